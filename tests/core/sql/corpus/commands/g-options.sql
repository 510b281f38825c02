select 1 as a \g (format=csv)
select 2;

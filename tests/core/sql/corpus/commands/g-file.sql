select 1 \g /dev/null
select 2;

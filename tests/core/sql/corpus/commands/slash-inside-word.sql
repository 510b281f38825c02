select a\g
select 2;

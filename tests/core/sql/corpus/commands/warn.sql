\warn it's
select 1;

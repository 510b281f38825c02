select 'a' \reset
select 2;

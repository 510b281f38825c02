select 1; /* todo
select 2;

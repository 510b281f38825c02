select 1; \echo done
select 2;

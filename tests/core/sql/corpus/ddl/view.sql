create or replace view v (x, y) with (security_barrier = true) as select 1 as a, 2 as b where true with cascaded check option;
create materialized view m as select * from v with data; refresh materialized view concurrently m; create recursive view r (n) as values (1) union all select n + 1 from r where n < 3; drop view if exists v, r cascade;

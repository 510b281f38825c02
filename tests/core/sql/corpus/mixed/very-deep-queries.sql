select * from (select * from (select * from (select * from (select * from (select 1 as a where 1 in (select 1 where exists (select 1 where 2 = all (select 2)))) a) b) c) d) e;

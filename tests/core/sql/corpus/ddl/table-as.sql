create table a as select 1 as x, 2 as y with no data; create temp table b on commit drop as values (1), (2); create table c (n) as table a;

create table t (a int);
with x as (select 1 as n) insert into t with y as (select 2 as m) select n + m from x, y returning *;

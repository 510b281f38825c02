create table t (a int);
delete from t;
delete from only t as x using (select 1 as n) s where x.a = s.n and not exists (select 1 from t) returning *;
delete from t where a in (1, 2, 3) or a is null;

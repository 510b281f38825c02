create table t (a int);
with gone as (delete from t where a < 10 returning *), added as (insert into t select a + 10 from gone returning a) select count(*) from added;

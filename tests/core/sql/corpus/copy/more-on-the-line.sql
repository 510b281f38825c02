create table t (a int);
copy t from stdin; select 1; select 2; -- and so on;
1
\.
select count(*) from t;

create table t (a int);
copy t from stdout;
1
\.
select count(*) from t;

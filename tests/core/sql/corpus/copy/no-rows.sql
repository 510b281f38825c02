create table t (a int);
copy t from stdin;
\.
select count(*) from t;

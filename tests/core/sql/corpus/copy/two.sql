create table t (a int);
copy t from stdin;
1
\.
copy t from stdin;
2
\.
select count(*) from t;

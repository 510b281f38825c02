create table t (a int);
copy t from stdin \g
1
\.
select count(*) from t;

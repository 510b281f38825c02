create table t (a int);
copy t from stdin where a > 1;
1
2
\.
select count(*) from t;

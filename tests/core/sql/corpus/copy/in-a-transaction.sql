create table t (a int);
begin;
copy t from stdin;
1
\.
savepoint s;
copy t from stdin;
2
\.
rollback to s;
commit;
select count(*) from t;

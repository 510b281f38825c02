create table t (a int, b text);
\copy t from stdin
1	a;
\.
select count(*) from t;

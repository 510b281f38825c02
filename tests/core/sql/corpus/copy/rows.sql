create table t (a int, b text);
copy t from stdin;
1	one;
2	it's
3	$$
\.
select count(*) from t;

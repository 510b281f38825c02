create table t (a text);
copy t from stdin;
a
b
\.
select count(*) from t;

create table t (a text);
copy t from stdin;
\\.
a\.
 x
\.
select count(*) from t;

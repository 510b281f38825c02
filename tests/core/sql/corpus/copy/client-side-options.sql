create table t (a int, b text);
\copy t (a, b) from stdin with (format csv)
1,"a;'"
\.
select count(*) from t;

create table t (a text);
copy t from stdin;



\.
select count(*) from t;

create table t (a text);
copy t from stdin csv quote '"';
"a;b"
\.
select count(*) from t;

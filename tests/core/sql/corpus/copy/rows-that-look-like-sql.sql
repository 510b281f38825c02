create table t (a text);
copy t from stdin;
select 1;
drop table t;
-- a comment
/* open
'
"
(
\.
select count(*) from t;

begin;
create table t (a text);
copy t (a) from stdin with (freeze true, null 'NULL;', encoding 'UTF8');
NULL;
x
\.
commit;
select count(*) from t;

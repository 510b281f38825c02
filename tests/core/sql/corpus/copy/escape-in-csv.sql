create table t (a text, b text);
copy t from stdin csv;
"a ""quoted"" one","b
on two lines"
\.
select count(*) from t;

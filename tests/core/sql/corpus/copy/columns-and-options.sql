create table t (a int, b text);
copy t (a, b) from stdin with (format csv, delimiter ';', header false);
1;one
2;"two; and /* more"
\.
select count(*) from t;

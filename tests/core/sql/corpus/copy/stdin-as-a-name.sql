create table t (stdin text); select stdin from t; copy t (stdin) from stdin;
x
\.
select 1;

create table t (a int)\; insert into t values (1)\; select * from t; drop table t;

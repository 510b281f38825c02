create schema if not exists s authorization current_user create table t (a int) create view v as select * from t; alter schema s rename to s2; drop schema s2 cascade;

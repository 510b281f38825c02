create table t (a int); truncate t; truncate table only t restart identity cascade;

create table t (a int); table t; table only t limit 1;

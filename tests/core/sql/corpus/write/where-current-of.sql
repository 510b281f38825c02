begin; create table t (a int); declare c cursor for select * from t for update; update t set a = 2 where current of c; rollback;

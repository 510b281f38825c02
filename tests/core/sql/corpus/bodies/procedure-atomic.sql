create table t (a int);
create or replace procedure fill() language sql
begin atomic
  insert into t values (1);
  insert into t values (2);
end;
call fill(); select * from t;

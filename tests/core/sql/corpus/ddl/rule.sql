create table t (a int); create table log (a int, at timestamptz);
create rule r as on update to t where old.a is distinct from new.a do also (insert into log values (new.a, now()); delete from log where a = old.a;);
create or replace rule n as on delete to t do instead nothing; drop rule r on t;

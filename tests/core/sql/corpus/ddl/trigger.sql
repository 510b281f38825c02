create table t (a int);
create function f() returns trigger language plpgsql as 'begin return new; end';
create constraint trigger late after insert or update of a or delete on t deferrable initially deferred for each row when (new.a > 0) execute function f();
create trigger every before truncate on t for each statement execute procedure f();
create or replace trigger seen after update on t referencing old table as o new table as n for each statement execute function f();
alter table t disable trigger all; drop trigger every on t;

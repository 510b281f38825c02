create table t (a int); comment on table t is 'a; b'; comment on column t.a is E'line\nbreak;'; comment on table t is null; comment on function pg_catalog.now() is $$now;$$;

create table a (x int); create table b (like a including all excluding comments, y int) inherits (a) with (fillfactor = 70); create unlogged table if not exists c () tablespace pg_default;

create table t (a int, b text, c int4range);
create unique index concurrently if not exists i on only t using btree (lower(b) collate "C" desc nulls last, (a + 1)) include (c) nulls not distinct with (fillfactor = 70) where a > 0 and b is not null;
create index on t using gist (c range_ops); drop index concurrently if exists i; reindex index i;

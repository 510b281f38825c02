create table t (a int generated always as identity, b int);
insert into t (a, b) overriding system value values (1, 2);
insert into t (b) overriding user value select 1;

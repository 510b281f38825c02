create table t (a int, b text default 'x', c date);
insert into t values (1, 'a', null), (2, default, now());
insert into t (a, b) select n, n::text from generate_series(1, 3) n where n > 1;
insert into t default values;

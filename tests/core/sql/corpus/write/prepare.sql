create table t (a int, b text);
prepare q (int, text) as insert into t values ($1, $2) returning *;
execute q(1, 'a'); explain execute q(1, 'b'); deallocate q; deallocate all;

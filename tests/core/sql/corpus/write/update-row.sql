create table t (a int, b int, c int[]);
update t set (a, b) = row(1, 2), c[1] = 5, c[2:3] = array[1, 2];

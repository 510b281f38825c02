create table t (a int, b text);
update t set a = 1, b = 'x' where a is null;
update only t as x set (a, b) = (select 1, 'y'), b = default from (select 2 as n) s where x.a = s.n returning x.*, s.n;
update t set a = a + 1;

create function f(a int default 1, variadic b int[] default '{}') returns int language sql
begin atomic select a + cardinality(b); end; select f();

create function add(a int, b int) returns int language sql begin atomic select a + b; end;
create aggregate total (int) (sfunc = add, stype = int, initcond = '0');
select total(x) from generate_series(1, 3) x;

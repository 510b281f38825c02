create function f(n int) returns table (a int, b text) language plpgsql stable as $f$ begin return query select i, i::text from generate_series(1, n) i; end $f$; select * from f(2);

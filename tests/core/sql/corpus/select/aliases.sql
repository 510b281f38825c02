select t.a as first, t.b second from (values (1, 2)) as t (a, b), generate_series(1, 2) as g (n), unnest(array[1]) u;

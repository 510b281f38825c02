select * from unnest(array['a', 'b']) with ordinality as u(v, n), rows from (generate_series(1, 2), generate_series(1, 3)) as r(a, b);

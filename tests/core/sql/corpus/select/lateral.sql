select x, y from generate_series(1, 3) x, lateral (select x * 2 as y offset 0) as sub left join lateral generate_series(1, x) as g(n) on true;

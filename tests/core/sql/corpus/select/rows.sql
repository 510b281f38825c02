select row(1, 2), (1, 2) = (1, 2), (row(1, 'a')).*, (select (x).f1 from (select row(5, 6) as x) s) from generate_series(1, 1);

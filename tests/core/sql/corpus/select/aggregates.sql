select string_agg(x::text, ',' order by x desc), percentile_cont(0.5) within group (order by x), count(distinct x), array_agg(x) filter (where x > 1) from generate_series(1, 3) x;

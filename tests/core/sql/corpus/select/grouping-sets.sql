select a, b, grouping(a, b), count(*) from (values (1, 2)) v(a, b) group by grouping sets ((a, b), (a), ()), rollup (a), cube (b);

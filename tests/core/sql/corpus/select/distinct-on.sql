select distinct on (a, b) a, b, c from (values (1, 2, 3), (1, 2, 4)) v(a, b, c) order by a, b, c desc nulls last;

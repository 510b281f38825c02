select +1, - - 1, -a, +a, 1-a, (-a), array[-1, - 1], -1::int, 2^-1, 8/-2 from (values (1)) v(a);

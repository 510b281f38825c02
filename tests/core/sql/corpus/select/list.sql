select a, b,c , d from (values (1,2,3,4)) v(a,b,c,d);

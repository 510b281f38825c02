select a.b.c.d, .5, a..b, x:y, 1:2;

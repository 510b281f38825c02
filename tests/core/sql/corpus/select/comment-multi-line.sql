select 1 /* one
  two
three */, 2 /*
*/ + 3;

select -- a;
  1 -- b;
  as -- c;
  d; -- e;

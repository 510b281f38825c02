select (1 -- one
  + 2) as a, (/* only */ 3), ( -- open
  4
  -- close
  ), coalesce(/* none */ null, -- first
  5 /* last */);

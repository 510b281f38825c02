select
  -- the first
  a,
  -- the second

  -- after a gap
  b
from
  /* several
     lines */
  (values (1, 2)) v(a, b)
-- at the end
;

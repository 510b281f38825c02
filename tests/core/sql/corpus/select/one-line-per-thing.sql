select
  a
  ,
  b
from
  (values
    (1
    , 2))
  v
  (a, b)
where
  a
  =
  1
;

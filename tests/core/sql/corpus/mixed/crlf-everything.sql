select 1,
  2 -- two
from (values (1)) v
;


select 3;

select a -- one
  , b -- two
  , c /* three */
from (values (1, 2, 3)) v(a, b, c);

select $a$ $aa$ ; $ab$ $a$ as x; select 2;

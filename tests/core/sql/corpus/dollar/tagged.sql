select $a$ ; $b$ ; $$ ; $a$ as a; select 2;

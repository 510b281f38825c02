select $A$ ; $a$ ; $A$ as a; select 2;

select $_$ ; $_$, $_1$;$_1$; select 2;

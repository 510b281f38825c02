select $a$ $a$$a$;$a$ as x; select 2;

select 'a' like 'b' escape '!', 'a' ilike 'A%', 'abc' similar to 'a(b|c)*', 'a' ~ '^a$', 'a' !~* 'B', 'a' not like 'b';

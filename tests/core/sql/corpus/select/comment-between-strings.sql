select 'a' -- first
'b' -- second
'c';

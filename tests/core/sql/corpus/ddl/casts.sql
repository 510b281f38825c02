create type a as (x int); create function to_a(int) returns a language sql as 'select row($1)::a'; create cast (int as a) with function to_a(int) as assignment; drop cast (int as a);

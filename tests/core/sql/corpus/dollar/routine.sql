create function plus(a int, b int) returns int language sql as $$
  select a + b;
$$;
select plus(1, 2);

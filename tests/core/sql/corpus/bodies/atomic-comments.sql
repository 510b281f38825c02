create function f() returns int language sql begin /* not ; here */ atomic -- nor here; end;
  select 1; -- end;
  /* end; */ select 2;
end; select f();

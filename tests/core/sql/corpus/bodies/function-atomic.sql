create function both() returns int language sql
begin atomic
  select 1;
  select 2;
end;
select both();

create function pick(a int) returns text language sql
begin atomic
  select (case when a > 0 then 'x' end);
  select coalesce(case when a > 0 then 'x' end, 'y');
end;
select pick(1);

create function pick(a int) returns text language sql
begin atomic
  select case when a > 0 then case a when 1 then 'one;' else 'many' end else 'none' end;
end;
select pick(1);

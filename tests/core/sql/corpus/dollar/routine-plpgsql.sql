create or replace function walk() returns void language plpgsql as $body$
declare
  line text := ';';
begin
  for i in 1..10 loop
    raise notice 'at %; of %', i, 10;
  end loop;
  if line = ';' then return; end if;
end;
$body$;
select walk();

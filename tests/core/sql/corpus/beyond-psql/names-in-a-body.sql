create function f() returns int language sql begin atomic
  select t.end as end from (select 1 as "end") t;
end;
select f();

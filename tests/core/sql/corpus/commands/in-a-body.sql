create function f() returns int language sql begin atomic
\echo inside; of a body
select 1; end;
select f();

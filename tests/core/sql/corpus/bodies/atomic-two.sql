create function f() returns int language sql begin atomic select 1; end;
create function g() returns int language sql begin atomic select f(); select 2; end;
select g();

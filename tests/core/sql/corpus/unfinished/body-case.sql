create function f() returns int language sql begin atomic select case when true then 1; end; select 2;

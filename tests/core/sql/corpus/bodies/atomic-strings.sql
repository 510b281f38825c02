create function f() returns text language sql begin atomic select 'end;'; select "end" from (select 'a' as "end") t; end; select f();

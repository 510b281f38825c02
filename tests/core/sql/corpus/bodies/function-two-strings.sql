create function f() returns int as 'no;lib', 'sym;bol' language c; select 1;

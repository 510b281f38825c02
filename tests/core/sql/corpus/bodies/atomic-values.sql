create function f() returns int language sql begin atomic values (1); values (2); end; select f();

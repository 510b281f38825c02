create table t (a text compression pglz, b text);
create function atomic(int) returns int begin atomic select $1 + 1; end;
create view uses as select atomic(1);

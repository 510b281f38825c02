create table t (a int);
create function rows() returns setof int language sql begin atomic
  with kept as (insert into t values (1) returning a) select a from kept;
end;
select * from rows();

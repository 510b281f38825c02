\pset border 1 \pset null x
select 1;

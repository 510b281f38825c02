select 1,
  2
\g
select 3;

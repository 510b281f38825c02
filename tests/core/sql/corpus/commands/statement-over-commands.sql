select
\pset border 1
  1,
\pset border 2
  2
;
select 3;

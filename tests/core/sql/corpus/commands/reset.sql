select 1 from nothing where (
\r
select 2;

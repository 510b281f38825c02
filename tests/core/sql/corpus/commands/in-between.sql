select 1
\echo in between
+ 2;
select 3;

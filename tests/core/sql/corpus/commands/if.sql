\if true
select 1;
\endif
select 2;

\if false
\elif true
select 1;
\else
\endif
select 2;

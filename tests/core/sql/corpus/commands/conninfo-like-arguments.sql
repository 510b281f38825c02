\pset null none
\timing off
\x off
select 1;

select 1; -- /* not open
select 2; -- */

\pset null 'x';
select 1;

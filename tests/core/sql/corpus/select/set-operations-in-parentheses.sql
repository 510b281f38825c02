(select 1 union select 2) intersect ((select 2) except (select 3)) order by 1;

select 1 a, 2 b, 3 "C", current_date d from (select 1) x, (select 2) y;

select 1 operator(pg_catalog.+) 2, 3 operator(pg_catalog.<=) 4, operator(pg_catalog.-) 5;

select 1 operator(pg_catalog./) 2; select 1 */**/2;

select 1 /* a /* b; */ c; */ + 2; select 3;

select 1a; select 1.5b; select 1from (select 1) x;

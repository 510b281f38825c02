select count() from (select 1) x where (); select 2;

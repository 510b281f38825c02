select 1 as a into temporary table made; select * from made; select a into table other from made;

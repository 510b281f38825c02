select exists (select 1), not exists (select 1 where false), 1 in (select 2), 1 = any (select 1), 2 > all (select 1), (select 3), array(select 4 union select 5);

\echo 'a;b' "c;d" 'it''s' 'back\'slash'
select 1;

\echo 'open ; \echo b
select 1;

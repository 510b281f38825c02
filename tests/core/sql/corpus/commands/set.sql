\set a 1
\set b 'a;b'
\set c 'it\'s; so'
select 1;

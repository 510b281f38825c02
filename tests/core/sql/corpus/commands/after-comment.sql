-- note
\echo a -- not a comment here; \echo b
select 1; -- \echo c

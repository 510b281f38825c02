select format('select %s', n) from generate_series(1, 0) n
\gexec
select 2;

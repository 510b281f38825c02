select 'select 1' where false \gexec
select 3;

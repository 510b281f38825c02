select 'gone'
\p
\r
\p
select 2;

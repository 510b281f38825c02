\setenv A 'b;c'
\unset nosuch
select 1;

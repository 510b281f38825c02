select 1
\w /dev/null
;

select 1
\x
, 'open;

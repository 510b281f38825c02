select 1 ---- many
, 2 -----
;

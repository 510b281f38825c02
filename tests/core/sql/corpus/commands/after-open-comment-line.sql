select 1 -- \echo no
; select 2;

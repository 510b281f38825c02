select 1 -- a;
; select 2;

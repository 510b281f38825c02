select 1 -- the first; statement
; -- select 2;
select 3;

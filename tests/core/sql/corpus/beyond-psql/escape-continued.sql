select E'a'
'b\';c' as whole; select 2;

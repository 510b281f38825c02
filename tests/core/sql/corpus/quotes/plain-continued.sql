select 'a'
'b\' as whole; select 2;

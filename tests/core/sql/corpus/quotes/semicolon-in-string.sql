select 'a;b' as one; select ';' as two;

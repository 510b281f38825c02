select 'a' as x\; select 1\:\:int;

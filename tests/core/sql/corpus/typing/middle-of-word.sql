select * fro people where id = 1; select 2;

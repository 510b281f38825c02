select 1; select 2; select 3; begin; select 4; savepoint a; select 5; rollback; select 6; select 7; select 8; select 9;

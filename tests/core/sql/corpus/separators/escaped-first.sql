\; select 1;

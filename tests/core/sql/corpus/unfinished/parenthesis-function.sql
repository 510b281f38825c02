select coalesce(1, max(2; select 3;

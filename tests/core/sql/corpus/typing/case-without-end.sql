select case when a then b; select 2;

select; select from (select 1) x; select where true;

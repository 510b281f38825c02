select a. from (select 1 as a) a; select 2;

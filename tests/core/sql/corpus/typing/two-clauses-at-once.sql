select where order by group by; select 2;

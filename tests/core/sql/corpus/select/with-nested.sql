with a as (with b as (select 1 as x) select x from b where x in (select x from b union select 2)) select * from a;

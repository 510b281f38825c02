with a as (select 1 as n), b(m) as materialized (select n from a), c as not materialized (values (1), (2)) select * from a, b, c;

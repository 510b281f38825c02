select case when a > 1 and a < 5 then 'few' when a between 5 and 9 then 'some' else case b when 'x' then 'inner' else null end end as word from (values (1, 'x'), (6, 'y')) v(a, b);

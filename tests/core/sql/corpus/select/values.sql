values (1, 'a'), (2, 'b'), (3, null) order by 1 fetch first 2 rows only;

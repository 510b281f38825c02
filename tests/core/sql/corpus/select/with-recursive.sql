with recursive t(n, path) as (values (1, array[1]) union all select n + 1, path || (n + 1) from t where n < 5) select n, path from t;

select 'a"b' as "c'd", "c'd" from (select 1 as "c'd;") as "x;y"; select '"';

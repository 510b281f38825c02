select 1 union select 2 union all select 3 intersect select 3 except all select 4 order by 1 limit 2;

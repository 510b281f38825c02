select v.order, v.select, v."group", t.table from (select 1 as order, 2 as select, 3 as "group") v, (select 4 as table) t;

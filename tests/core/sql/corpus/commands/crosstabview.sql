select 'a' as r, 'b' as c, 1 as v \crosstabview
select 2;

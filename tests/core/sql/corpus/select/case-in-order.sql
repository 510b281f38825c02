select a from (values (2), (1)) v(a) order by case when a = 1 then 0 else 1 end, a desc;

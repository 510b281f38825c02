select 1 as a where :x = 1; select :'y;'; select :"z"; select a[1:2] from (select array[1,2] a) t;

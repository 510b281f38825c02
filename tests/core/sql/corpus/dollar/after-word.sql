select a$$b from (select 1 as a$$b) as t; select 2;

create view v as select case when true then 'a;' end as begin; select begin from v;

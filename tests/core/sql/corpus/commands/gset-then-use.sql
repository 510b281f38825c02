select 5 as five \gset
select 6;

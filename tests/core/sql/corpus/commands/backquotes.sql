\set d `echo a;b`
select 1;

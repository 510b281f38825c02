create or replace view v as select 1 as a; select a from v;

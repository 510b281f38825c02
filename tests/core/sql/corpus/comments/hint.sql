-- before
/*+ IndexScan(a) */ select 1;
/* plain */ -- then line
select 2;

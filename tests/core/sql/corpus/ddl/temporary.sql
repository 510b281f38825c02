create temporary table t (a int) on commit delete rows; create temp sequence s; create temp view v as select 1; discard temp;

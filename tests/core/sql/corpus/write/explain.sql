explain select 1; explain (analyze, buffers, costs off, format json) select 2; explain analyze verbose select 3; explain (generic_plan) select 4;

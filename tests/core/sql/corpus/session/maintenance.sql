create table t (a int); vacuum (verbose, analyze, parallel 2) t (a); vacuum full t; analyze verbose t (a); cluster t; reindex (verbose) table t; checkpoint;

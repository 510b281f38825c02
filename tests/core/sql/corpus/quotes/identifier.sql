select 1 as "a;b", 2 as "c""d;"; select 3 as "'";

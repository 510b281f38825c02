create table t (a int, b int); create publication p for table t (a) where (a > 1), tables in schema pg_catalog with (publish = 'insert, update'); alter publication p add table t; drop publication p;

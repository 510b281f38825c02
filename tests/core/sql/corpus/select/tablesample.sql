create table t (a int); select * from t tablesample bernoulli (10) repeatable (1);

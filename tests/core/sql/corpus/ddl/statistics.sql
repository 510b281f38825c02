create table t (a int, b int); create statistics if not exists s (dependencies, ndistinct, mcv) on a, b, (a + b) from t; alter statistics s set statistics 50; drop statistics s;

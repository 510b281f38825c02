create table t (a int); select * from t for update of t skip locked; select * from t for no key update nowait; select * from t for share;

create table t (a int);
copy t from program 'echo 1;';
select count(*) from t;

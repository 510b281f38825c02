create table t (a int);
copy t -- so;
  (a)
  from /* ; */
  stdin
;
1
\.
select count(*) from t;

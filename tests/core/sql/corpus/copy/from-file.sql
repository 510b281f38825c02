create table t (a int);
copy t from '/nonexistent/a;b';
select 1;

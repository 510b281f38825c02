create table t (a int); copy binary t to '/nonexistent/x'; select 1;

create table stdin (a int);
copy stdin from stdin;
1
\.
select count(*) from stdin;

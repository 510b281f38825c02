create schema if not exists "a;b";
create table "a;b"."from stdin" ("to stdout" int);
copy "a;b"."from stdin" ("to stdout") from stdin;
1
\.
drop schema "a;b" cascade;

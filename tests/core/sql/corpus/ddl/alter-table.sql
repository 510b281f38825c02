create table t (a int, b text);
alter table t add column c int not null default 0, drop column if exists b cascade, alter column a type bigint using a::bigint, alter a set default 1, alter a set not null, add constraint pk primary key (a), rename to u;
alter table if exists u rename column a to z; alter table u alter column z set statistics 100, alter column z set storage plain, set (fillfactor = 80), enable row level security, owner to current_user;

create table target (a int, b int, primary key (a, b));
create table t (
    a int, b int,
    constraint null_once unique nulls not distinct (a),
    constraint part_null foreign key (a, b) references target on delete set null (b));
create unique index null_once_too on t (b) nulls not distinct;
create unlogged sequence fleeting;
create view invoked with (security_invoker = true) as select 1 as one;
create unlogged table u (id int generated always as identity);

create type mood as enum ('sad', 'ok');
create domain positive as int check (value > 0);
create function checked(int) returns bool language sql immutable as 'select $1 > 0';
create function filled() returns int language sql as 'select 1';
create function noticed() returns trigger language plpgsql as 'begin return new; end';
create sequence numbers;
create domain strict as int check (checked(value));
create table base (
    id int primary key default nextval('numbers'),
    feeling mood, feelings mood[], amount positive,
    filled int default filled(),
    made int generated always as (case when checked(1) then id end) stored,
    constraint is_checked check (checked(id)));
create table referring (id int references base, whole base, wholes base[]);
create index by_function on base ((checked(id)));
create index partially on base (id) where checked(id);
create view one as select id, feeling from base;
create view two as select o.id from one o join referring r on r.id = o.id where checked(o.id);
create view grouped as select id, amount from base group by id;
create trigger noticing after insert on base for each row execute function noticed();
create rule also as on insert to base do also insert into referring values (new.id);
create policy seen on base using (exists (select from referring where checked(referring.id)));
create table parts (id int) partition by list (checked(id));
create table part partition of parts for values in (true);
create table children () inherits (referring);
create statistics correlated on id, filled from base;
create table serials (id serial);

create schema app;
create type app.level as enum ('low', 'high');
create domain app.email as text check (value like '%@%');
create type address as (street text, level app.level);
create sequence counter start 100;
create function app.touch() returns trigger language plpgsql as 'begin return new; end';
create function double_it(integer) returns integer immutable language sql as 'select $1 * 2';
create table users (
    id serial primary key, email app.email not null, home address, level app.level not null default 'low',
    next integer default nextval('counter'), doubled integer default double_it(2)
);
alter sequence counter owned by users.next;
create function of_user(users) returns text immutable language sql as 'select $1.email';
create index users_of on users (lower(email::text));
create table posts (id integer primary key, author integer references users on delete cascade, during tsrange);
alter table posts add constraint no_overlap exclude using gist (during with &&);
create table events (id bigint, at date not null, author integer references users, primary key (id, at)) partition by range (at);
create table events_2024 partition of events for values from ('2024-01-01') to ('2025-01-01');
create table events_rest partition of events default;
create index events_author on events (author);
create materialized view emails as select email::text as email from users;
create unique index emails_email on emails (email);
create view plain as select id, level from users;
create rule nothing as on delete to plain do instead nothing;
create trigger touch before update on users for each row execute function app.touch();
create publication news for table posts;
create statistics users_stat on id, level from users;
comment on schema app is 'The app';
comment on type app.level is 'How high';
comment on table users is 'People';
comment on column users.email is 'Where they are';
comment on index users_of is 'Odd';
comment on view plain is 'Without much';
revoke execute on function double_it(integer) from public;

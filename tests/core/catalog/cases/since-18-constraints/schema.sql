create extension if not exists btree_gist;
create table rooms (
    id int, during tsrange,
    constraint rooms_pk primary key (id, during without overlaps));
create table stays (
    room int, during tsrange, price int,
    doubled int generated always as (price * 2) virtual,
    constraint named_not_null not null room,
    constraint inside foreign key (room, period during) references rooms (id, period during),
    constraint not_enforced check (price > 0) not enforced);
alter table stays add constraint later not null price not valid;

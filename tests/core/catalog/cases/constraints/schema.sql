create table target (a int, b int, c text, primary key (a, b), constraint target_c unique (c));
create table source (
    id int constraint source_pk primary key,
    dropped int,
    a int, b int, c text unique deferrable initially deferred,
    positive int constraint positive check (positive > 0),
    during tsrange,
    constraint full_match foreign key (b, a) references target (b, a) match full on update cascade on delete set null,
    constraint simple foreign key (c) references target (c) on update restrict on delete set default deferrable,
    constraint to_itself foreign key (a) references source (id) on delete cascade deferrable initially deferred,
    constraint several check (a > 0 and b > 0) no inherit,
    constraint covering unique (a) include (b, c) with (fillfactor = 60),
    constraint apart exclude using gist (during with &&) where (a > 0)
);
alter table source drop column dropped;
alter table source add constraint later foreign key (b) references source (id) not valid;
alter table source add constraint later_check check (b <> 3) not valid;
comment on constraint positive on source is 'must be';
comment on constraint full_match on source is 'points';

-- 0001 people
begin;

create table people (id serial primary key, name text not null);
--> statement-breakpoint
create index people_name on people (name);

insert into people (name) values ('O''Brien; the first'), ('Zoë');

commit;

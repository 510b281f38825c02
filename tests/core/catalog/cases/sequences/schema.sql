create sequence plain;
create sequence odd as smallint increment by -2 minvalue -99 maxvalue 7 start 5 cache 4 cycle;
create table owner (id serial, n int);
create sequence "Owned" owned by owner.n;
comment on sequence odd is 'odd';
create table identities (id int generated always as identity);
comment on sequence identities_id_seq is 'counts';
grant usage, select on sequence identities_id_seq to public;

-- The database that was read, and its server.
select d.datname, 0, d.datdba, s.description, d.datacl, case when d.datacl is not null then acldefault('d', d.datdba) end,
       current_setting('server_version'), pg_encoding_to_char(d.encoding), d.datcollate, d.datctype, r.setconfig,
       current_user, current_setting('is_superuser') = 'on'
from pg_catalog.pg_database d
left join pg_catalog.pg_shdescription s
       on s.objoid = d.oid and s.classoid = 'pg_catalog.pg_database'::pg_catalog.regclass
left join pg_catalog.pg_db_role_setting r on r.setdatabase = d.oid and r.setrole = 0
where d.datname = current_database()

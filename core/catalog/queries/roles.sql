-- Every role of the cluster, with what is set for it everywhere and in this database.
select r.oid, r.rolname, r.rolsuper, r.rolinherit, r.rolcreaterole, r.rolcreatedb, r.rolcanlogin, r.rolreplication,
       r.rolbypassrls, r.rolconnlimit, r.rolvaliduntil, d.description,
       array(select o
             from pg_catalog.pg_db_role_setting s
             cross join unnest(s.setconfig) with ordinality c (o, n)
             where s.setrole = r.oid
               and s.setdatabase in (0, (select oid from pg_catalog.pg_database where datname = current_database()))
             order by s.setdatabase, c.n)
from pg_catalog.pg_roles r
left join pg_catalog.pg_shdescription d
       on d.objoid = r.oid and d.classoid = 'pg_catalog.pg_authid'::pg_catalog.regclass

-- What Squall does not model: only named, and only what this database has.
select 'large object', 'large objects' where exists (select from pg_catalog.pg_largeobject_metadata)
union all
select 'parameter privileges', a.parname from pg_catalog.pg_parameter_acl a -- since 15
union all -- since 15
select 'security label', i.identity
from pg_catalog.pg_seclabel l
cross join lateral pg_identify_object(l.classoid, l.objoid, l.objsubid) i
union all
select 'tablespace', t.spcname
from pg_catalog.pg_tablespace t
where t.oid in (select c.reltablespace from pg_catalog.pg_class c)
  and t.spcname not in ('pg_default', 'pg_global')

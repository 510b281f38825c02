-- Installed extensions.
select e.oid,
       e.extname, 0, e.extowner, d.description, null, null,
       n.nspname, e.extversion
from pg_catalog.pg_extension e
join pg_catalog.pg_namespace n on n.oid = e.extnamespace
left join pg_catalog.pg_description d
       on d.objoid = e.oid and d.classoid = 'pg_catalog.pg_extension'::pg_catalog.regclass

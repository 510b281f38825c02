-- Schemas that are not the system's: pg_ is its own prefix.
select n.oid,
       n.nspname, 0, n.nspowner, d.description, n.nspacl, case when n.nspacl is not null then acldefault('n', n.nspowner) end
from pg_catalog.pg_namespace n
left join pg_catalog.pg_description d
       on d.objoid = n.oid and d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'

-- Enumerated types with their labels in order.
select t.oid, t.typarray,
       t.typname, t.typnamespace, t.typowner, d.description, t.typacl,
       case when t.typacl is not null then acldefault('T', t.typowner) end,
       array(select e.enumlabel from pg_catalog.pg_enum e where e.enumtypid = t.oid order by e.enumsortorder)
from pg_catalog.pg_type t
left join pg_catalog.pg_description d
       on d.objoid = t.oid and d.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass
where t.typtype = 'e' and t.oid >= 16384

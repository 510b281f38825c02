-- Composite types of their own (not the row types of tables); their attributes come with the columns.
select t.oid, t.typarray, r.oid, r.relnatts,
       t.typname, t.typnamespace, t.typowner, d.description, t.typacl,
       case when t.typacl is not null then acldefault('T', t.typowner) end
from pg_catalog.pg_class r
join pg_catalog.pg_type t on t.oid = r.reltype
left join pg_catalog.pg_description d
       on d.objoid = t.oid and d.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass
where r.relkind = 'c' and r.oid >= 16384

-- Domains without their constraints.
select t.oid, t.typarray,
       t.typname, t.typnamespace, t.typowner, d.description, t.typacl,
       case when t.typacl is not null then acldefault('T', t.typowner) end,
       format_type(t.typbasetype, t.typtypmod),
       case when cn.nspname <> 'pg_catalog' then quote_ident(cn.nspname) || '.' else '' end || quote_ident(c.collname),
       coalesce(pg_get_expr(t.typdefaultbin, 0), quote_literal(t.typdefault)),
       t.typnotnull
from pg_catalog.pg_type t
join pg_catalog.pg_type b on b.oid = t.typbasetype
left join pg_catalog.pg_collation c on t.typcollation <> b.typcollation and c.oid = t.typcollation
left join pg_catalog.pg_namespace cn on cn.oid = c.collnamespace
left join pg_catalog.pg_description d
       on d.objoid = t.oid and d.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass
where t.typtype = 'd' and t.oid >= 16384

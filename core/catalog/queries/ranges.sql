-- Range types and, since 14, the multirange type that each brings along.
select t.oid, t.typarray,
       m.oid, m.typarray, m.typname, m.typnamespace, -- since 14
       -- before 14: null, null, null, null,
       t.typname, t.typnamespace, t.typowner, d.description, t.typacl,
       case when t.typacl is not null then acldefault('T', t.typowner) end,
       format_type(r.rngsubtype, null),
       case when opn.nspname <> 'pg_catalog' then quote_ident(opn.nspname) || '.' else '' end || quote_ident(o.opcname),
       case when cn.nspname <> 'pg_catalog' then quote_ident(cn.nspname) || '.' else '' end || quote_ident(c.collname),
       quote_ident(fn.nspname) || '.' || quote_ident(f.proname),
       quote_ident(sn.nspname) || '.' || quote_ident(s.proname)
from pg_catalog.pg_range r
join pg_catalog.pg_type t on t.oid = r.rngtypid
join pg_catalog.pg_type b on b.oid = r.rngsubtype
left join pg_catalog.pg_opclass o on o.oid = r.rngsubopc and not o.opcdefault
left join pg_catalog.pg_namespace opn on opn.oid = o.opcnamespace
left join pg_catalog.pg_type m on m.oid = r.rngmultitypid -- since 14
left join pg_catalog.pg_collation c on r.rngcollation <> b.typcollation and c.oid = r.rngcollation
left join pg_catalog.pg_namespace cn on cn.oid = c.collnamespace
left join pg_catalog.pg_proc f on f.oid = r.rngcanonical
left join pg_catalog.pg_namespace fn on fn.oid = f.pronamespace
left join pg_catalog.pg_proc s on s.oid = r.rngsubdiff
left join pg_catalog.pg_namespace sn on sn.oid = s.pronamespace
left join pg_catalog.pg_description d
       on d.objoid = t.oid and d.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass
where t.oid >= 16384

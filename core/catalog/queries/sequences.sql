-- Sequences; `a` has an owner, `i` belongs to an identity column.
select c.oid, d.deptype, d.refobjid, d.refobjsubid,
       c.relname, c.relnamespace, c.relowner, s.description, c.relacl,
       case when c.relacl is not null then acldefault('s', c.relowner) end,
       c.relpersistence = 'u', q.seqtypid::pg_catalog.regtype,
       q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcache, q.seqcycle
from pg_catalog.pg_sequence q
join pg_catalog.pg_class c on c.oid = q.seqrelid
left join pg_catalog.pg_depend d
       on d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = q.seqrelid and d.objsubid = 0
      and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.deptype in ('a', 'i')
left join pg_catalog.pg_description s
       on s.objoid = c.oid and s.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and s.objsubid = 0
where c.oid >= 16384 and c.relpersistence <> 't'

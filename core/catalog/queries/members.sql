-- What belongs to an extension, and the array types that come with its types.
select d.classid, d.objid, e.extname
from pg_catalog.pg_depend d
join pg_catalog.pg_extension e on e.oid = d.refobjid
where d.deptype = 'e' and d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
union all
select d.classid, t.typarray, e.extname
from pg_catalog.pg_depend d
join pg_catalog.pg_extension e on e.oid = d.refobjid
join pg_catalog.pg_type t on t.oid = d.objid
where d.deptype = 'e' and d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
  and d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass and t.typarray <> 0

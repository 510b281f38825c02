-- What belongs to an extension.
select d.classid, d.objid, e.extname
from pg_catalog.pg_depend d
join pg_catalog.pg_extension e on e.oid = d.refobjid
where d.deptype = 'e' and d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass

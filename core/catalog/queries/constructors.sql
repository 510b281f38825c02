-- Functions that a type brings along to make its values: whoever uses them needs the type.
select d.objid, d.refobjid
from pg_catalog.pg_depend d
where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.deptype = 'i'
  and d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass and d.objid >= 16384

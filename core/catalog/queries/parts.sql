-- What counts as part of another object: who depends on it depends on that one, and so does what it needs.
-- Constructor functions of range types, members of operator classes and families, contents of publications.
select d.classid, d.objid, d.refclassid, d.refobjid
from pg_catalog.pg_depend d
where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.deptype = 'i' and d.objid >= 16384
   or d.classid in ('pg_catalog.pg_amop'::pg_catalog.regclass, 'pg_catalog.pg_amproc'::pg_catalog.regclass)
      and d.refclassid in ('pg_catalog.pg_opclass'::pg_catalog.regclass, 'pg_catalog.pg_opfamily'::pg_catalog.regclass)
      and d.deptype in ('a', 'i') and d.objid >= 16384
   or d.classid in ('pg_catalog.pg_publication_rel'::pg_catalog.regclass,
                    'pg_catalog.pg_publication_namespace'::pg_catalog.regclass, -- since 15
                    'pg_catalog.pg_publication'::pg_catalog.regclass)
      and d.refclassid = 'pg_catalog.pg_publication'::pg_catalog.regclass

-- Operator families with the members that belong to no class of theirs.
select f.oid,
       f.opfname, f.opfnamespace, f.opfowner, d.description, null, null,
       a.amname, format('OPERATOR FAMILY %I.%I USING %I', n.nspname, f.opfname, a.amname),
       array[format('CREATE OPERATOR FAMILY %I.%I USING %I', n.nspname, f.opfname, a.amname)]
       || array(select format('ALTER OPERATOR FAMILY %I.%I USING %I ADD OPERATOR %s %s%s',
                              n.nspname, f.opfname, a.amname, m.amopstrategy, m.amopopr::regoperator,
                              (select format(' FOR ORDER BY %I.%I', sn.nspname, s.opfname)
                               from pg_catalog.pg_opfamily s join pg_catalog.pg_namespace sn on sn.oid = s.opfnamespace
                               where s.oid = m.amopsortfamily))
                from pg_catalog.pg_depend e
                join pg_catalog.pg_amop m on m.oid = e.objid
                where e.refclassid = 'pg_catalog.pg_opfamily'::pg_catalog.regclass and e.refobjid = f.oid
                  and e.classid = 'pg_catalog.pg_amop'::pg_catalog.regclass and e.deptype in ('a', 'i')
                order by m.amopstrategy, m.amopopr::regoperator::text collate "C")
       || array(select format('ALTER OPERATOR FAMILY %I.%I USING %I ADD FUNCTION %s (%s, %s) %s',
                              n.nspname, f.opfname, a.amname, m.amprocnum,
                              format_type(m.amproclefttype, null), format_type(m.amprocrighttype, null),
                              m.amproc::regprocedure)
                from pg_catalog.pg_depend e
                join pg_catalog.pg_amproc m on m.oid = e.objid
                where e.refclassid = 'pg_catalog.pg_opfamily'::pg_catalog.regclass and e.refobjid = f.oid
                  and e.classid = 'pg_catalog.pg_amproc'::pg_catalog.regclass and e.deptype in ('a', 'i')
                order by m.amprocnum, format_type(m.amproclefttype, null) collate "C",
                         format_type(m.amprocrighttype, null) collate "C")
from pg_catalog.pg_opfamily f
join pg_catalog.pg_am a on a.oid = f.opfmethod
join pg_catalog.pg_namespace n on n.oid = f.opfnamespace
left join pg_catalog.pg_description d
       on d.objoid = f.oid and d.classoid = 'pg_catalog.pg_opfamily'::pg_catalog.regclass
where f.oid >= 16384

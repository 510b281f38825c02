-- Operator classes with the operators and functions that belong to them alone.
select o.oid,
       o.opcname, o.opcnamespace, o.opcowner, d.description, null, null,
       a.amname, format('OPERATOR CLASS %I.%I USING %I', n.nspname, o.opcname, a.amname),
       array[format('CREATE OPERATOR CLASS %I.%I%s FOR TYPE %s USING %I FAMILY %I.%I AS ', n.nspname, o.opcname,
                    case when o.opcdefault then ' DEFAULT' end, format_type(o.opcintype, null), a.amname,
                    fn.nspname, f.opfname)
             || array_to_string(
                 array['STORAGE ' || format_type(coalesce(nullif(o.opckeytype, 0), o.opcintype), null)]
                 || array(select format('OPERATOR %s %s%s', m.amopstrategy, m.amopopr::regoperator,
                                        (select format(' FOR ORDER BY %I.%I', sn.nspname, s.opfname)
                                         from pg_catalog.pg_opfamily s
                                         join pg_catalog.pg_namespace sn on sn.oid = s.opfnamespace
                                         where s.oid = m.amopsortfamily))
                          from pg_catalog.pg_depend e
                          join pg_catalog.pg_amop m on m.oid = e.objid
                          where e.refclassid = 'pg_catalog.pg_opclass'::pg_catalog.regclass and e.refobjid = o.oid
                            and e.classid = 'pg_catalog.pg_amop'::pg_catalog.regclass and e.deptype in ('a', 'i')
                          order by m.amopstrategy, m.amopopr::regoperator::text collate "C")
                 || array(select format('FUNCTION %s (%s, %s) %s', m.amprocnum,
                                        format_type(m.amproclefttype, null), format_type(m.amprocrighttype, null),
                                        m.amproc::regprocedure)
                          from pg_catalog.pg_depend e
                          join pg_catalog.pg_amproc m on m.oid = e.objid
                          where e.refclassid = 'pg_catalog.pg_opclass'::pg_catalog.regclass and e.refobjid = o.oid
                            and e.classid = 'pg_catalog.pg_amproc'::pg_catalog.regclass and e.deptype in ('a', 'i')
                          order by m.amprocnum, format_type(m.amproclefttype, null) collate "C",
                                   format_type(m.amprocrighttype, null) collate "C"), ', ')]
from pg_catalog.pg_opclass o
join pg_catalog.pg_am a on a.oid = o.opcmethod
join pg_catalog.pg_opfamily f on f.oid = o.opcfamily
join pg_catalog.pg_namespace fn on fn.oid = f.opfnamespace
join pg_catalog.pg_namespace n on n.oid = o.opcnamespace
left join pg_catalog.pg_description d
       on d.objoid = o.oid and d.classoid = 'pg_catalog.pg_opclass'::pg_catalog.regclass
where o.oid >= 16384

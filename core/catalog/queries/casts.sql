-- Casts made by users; those between a range type and its multirange type come along with them.
select c.oid,
       format('%s AS %s', t.source, t.target), 0, 0, d.description, null, null,
       null, format('CAST (%s AS %s)', t.source, t.target),
       array[format('CREATE CAST (%s AS %s) %s%s', t.source, t.target,
                    case c.castmethod when 'i' then 'WITH INOUT' when 'b' then 'WITHOUT FUNCTION'
                        else 'WITH FUNCTION ' || c.castfunc::regprocedure end,
                    case c.castcontext when 'a' then ' AS ASSIGNMENT' when 'i' then ' AS IMPLICIT' end)]
from pg_catalog.pg_cast c
cross join lateral (values (format_type(c.castsource, null), format_type(c.casttarget, null))) t (source, target)
left join pg_catalog.pg_description d
       on d.objoid = c.oid and d.classoid = 'pg_catalog.pg_cast'::pg_catalog.regclass
where c.oid >= 16384
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass and e.objid = c.oid and e.deptype = 'i')

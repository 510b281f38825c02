-- Functions, procedures and window functions. Those of extensions and of range types are left out here already,
-- because writing a definition costs more than all else.
select p.oid,
       p.proname, p.pronamespace, p.proowner, d.description, p.proacl,
       case when p.proacl is not null then acldefault('f', p.proowner) end,
       p.prokind, pg_get_function_identity_arguments(p.oid), pg_get_function_arguments(p.oid),
       pg_get_function_result(p.oid), l.lanname, rtrim(pg_get_functiondef(p.oid), E'\n')
from pg_catalog.pg_proc p
join pg_catalog.pg_language l on l.oid = p.prolang
left join pg_catalog.pg_description d
       on d.objoid = p.oid and d.classoid = 'pg_catalog.pg_proc'::pg_catalog.regclass
where p.prokind <> 'a' and p.oid >= 16384
  and not exists (select from pg_catalog.pg_depend e
                  where e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and e.objid = p.oid
                    and e.deptype in ('e', 'i'))

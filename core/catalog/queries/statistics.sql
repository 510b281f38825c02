-- Extended statistics.
select s.oid,
       s.stxname, s.stxnamespace, s.stxowner, d.description, null, null,
       null, format('STATISTICS %I.%I', n.nspname, s.stxname),
       array[pg_get_statisticsobjdef(s.oid)]
       || case when s.stxstattarget >= 0 -- since 13
              then format('ALTER STATISTICS %I.%I SET STATISTICS %s', -- since 13
                          n.nspname, s.stxname, s.stxstattarget) end -- since 13
from pg_catalog.pg_statistic_ext s
join pg_catalog.pg_namespace n on n.oid = s.stxnamespace
left join pg_catalog.pg_description d
       on d.objoid = s.oid and d.classoid = 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass
where s.oid >= 16384

-- Text search templates.
select t.oid,
       t.tmplname, t.tmplnamespace, 0, d.description, null, null,
       null, format('TEXT SEARCH TEMPLATE %I.%I', n.nspname, t.tmplname),
       array[format('CREATE TEXT SEARCH TEMPLATE %I.%I (%sLEXIZE = %s)', n.nspname, t.tmplname,
                    'INIT = ' || nullif(t.tmplinit::oid, 0)::regproc || ', ', t.tmpllexize)]
from pg_catalog.pg_ts_template t
join pg_catalog.pg_namespace n on n.oid = t.tmplnamespace
left join pg_catalog.pg_description d
       on d.objoid = t.oid and d.classoid = 'pg_catalog.pg_ts_template'::pg_catalog.regclass
where t.oid >= 16384

-- Text search dictionaries; the server keeps their options as SQL already.
select t.oid,
       t.dictname, t.dictnamespace, t.dictowner, d.description, null, null,
       null, format('TEXT SEARCH DICTIONARY %I.%I', n.nspname, t.dictname),
       array[format('CREATE TEXT SEARCH DICTIONARY %I.%I (TEMPLATE = %I.%I%s)', n.nspname, t.dictname,
                    tn.nspname, m.tmplname, ', ' || t.dictinitoption)]
from pg_catalog.pg_ts_dict t
join pg_catalog.pg_namespace n on n.oid = t.dictnamespace
join pg_catalog.pg_ts_template m on m.oid = t.dicttemplate
join pg_catalog.pg_namespace tn on tn.oid = m.tmplnamespace
left join pg_catalog.pg_description d
       on d.objoid = t.oid and d.classoid = 'pg_catalog.pg_ts_dict'::pg_catalog.regclass
where t.oid >= 16384

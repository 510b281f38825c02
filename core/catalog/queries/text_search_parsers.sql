-- Text search parsers.
select p.oid,
       p.prsname, p.prsnamespace, 0, d.description, null, null,
       null, format('TEXT SEARCH PARSER %I.%I', n.nspname, p.prsname),
       array[format('CREATE TEXT SEARCH PARSER %I.%I (START = %s, GETTOKEN = %s, END = %s%s, LEXTYPES = %s)',
                    n.nspname, p.prsname, p.prsstart, p.prstoken, p.prsend,
                    ', HEADLINE = ' || nullif(p.prsheadline::oid, 0)::regproc, p.prslextype)]
from pg_catalog.pg_ts_parser p
join pg_catalog.pg_namespace n on n.oid = p.prsnamespace
left join pg_catalog.pg_description d
       on d.objoid = p.oid and d.classoid = 'pg_catalog.pg_ts_parser'::pg_catalog.regclass
where p.oid >= 16384

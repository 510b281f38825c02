-- Encoding conversions.
select c.oid,
       c.conname, c.connamespace, c.conowner, d.description, null, null,
       null, format('CONVERSION %I.%I', n.nspname, c.conname),
       array[format('CREATE %sCONVERSION %I.%I FOR %L TO %L FROM %s', case when c.condefault then 'DEFAULT ' end,
                    n.nspname, c.conname, pg_encoding_to_char(c.conforencoding),
                    pg_encoding_to_char(c.contoencoding), c.conproc)]
from pg_catalog.pg_conversion c
join pg_catalog.pg_namespace n on n.oid = c.connamespace
left join pg_catalog.pg_description d
       on d.objoid = c.oid and d.classoid = 'pg_catalog.pg_conversion'::pg_catalog.regclass
where c.oid >= 16384

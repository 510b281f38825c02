-- Transforms of a type for a language.
select t.oid,
       y.name, 0, 0, d.description, null, null,
       l.lanname, format('TRANSFORM FOR %s LANGUAGE %I', y.name, l.lanname),
       array[format('CREATE TRANSFORM FOR %s LANGUAGE %I (%s)', y.name, l.lanname,
                    concat_ws(', ',
                        'FROM SQL WITH FUNCTION ' || nullif(t.trffromsql::oid, 0)::regprocedure,
                        'TO SQL WITH FUNCTION ' || nullif(t.trftosql::oid, 0)::regprocedure))]
from pg_catalog.pg_transform t
cross join lateral (values (format_type(t.trftype, null))) y (name)
join pg_catalog.pg_language l on l.oid = t.trflang
left join pg_catalog.pg_description d
       on d.objoid = t.oid and d.classoid = 'pg_catalog.pg_transform'::pg_catalog.regclass
where t.oid >= 16384

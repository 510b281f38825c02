-- Access methods made by users.
select a.oid,
       a.amname, 0, 0, d.description, null, null,
       null, format('ACCESS METHOD %I', a.amname),
       array[format('CREATE ACCESS METHOD %I TYPE %s HANDLER %s', a.amname,
                    case a.amtype when 't' then 'TABLE' else 'INDEX' end, a.amhandler)]
from pg_catalog.pg_am a
left join pg_catalog.pg_description d
       on d.objoid = a.oid and d.classoid = 'pg_catalog.pg_am'::pg_catalog.regclass
where a.oid >= 16384

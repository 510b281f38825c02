-- Procedural languages made by users.
select l.oid,
       l.lanname, 0, l.lanowner, d.description, l.lanacl,
       case when l.lanacl is not null then acldefault('l', l.lanowner) end,
       null, format('LANGUAGE %I', l.lanname),
       array[format('CREATE %sLANGUAGE %I HANDLER %s%s%s', case when l.lanpltrusted then 'TRUSTED ' end, l.lanname,
                    l.lanplcallfoid::regproc, ' INLINE ' || nullif(l.laninline, 0)::regproc,
                    ' VALIDATOR ' || nullif(l.lanvalidator, 0)::regproc)]
from pg_catalog.pg_language l
left join pg_catalog.pg_description d
       on d.objoid = l.oid and d.classoid = 'pg_catalog.pg_language'::pg_catalog.regclass
where l.lanispl and l.oid >= 16384

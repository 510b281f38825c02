-- Publications with their tables and schemas.
select p.oid,
       p.pubname, 0, p.pubowner, d.description, null, null,
       null, format('PUBLICATION %I', p.pubname),
       array[format('CREATE PUBLICATION %I%s WITH (publish = %L%s%s)', p.pubname,
                    case when p.puballtables then ' FOR ALL TABLES' end,
                    concat_ws(', ', case when p.pubinsert then 'insert' end, case when p.pubupdate then 'update' end,
                              case when p.pubdelete then 'delete' end, case when p.pubtruncate then 'truncate' end),
                    case when p.pubviaroot then ', publish_via_partition_root = true' end, -- since 13
                    -- before 13: null,
                    case p.pubgencols when 's' then ', publish_generated_columns = stored' end)] -- since 18
                    -- before 18: null)]
       || array(select format('ALTER PUBLICATION %I ADD TABLES IN SCHEMA %I', p.pubname, n.nspname) -- since 15
                from pg_catalog.pg_publication_namespace m -- since 15
                join pg_catalog.pg_namespace n on n.oid = m.pnnspid -- since 15
                where m.pnpubid = p.oid -- since 15
                order by n.nspname) -- since 15
       || array(select format('ALTER PUBLICATION %I ADD TABLE ONLY %I.%I%s%s', p.pubname, n.nspname, c.relname,
                              (select ' (' -- since 15
                                      || string_agg(quote_ident(a.attname), ', ' order by a.attnum) || ')' -- since 15
                               from pg_catalog.pg_attribute a -- since 15
                               where a.attrelid = m.prrelid and a.attnum = any (m.prattrs)), -- since 15
                              ' WHERE (' || pg_get_expr(m.prqual, m.prrelid) || ')') -- since 15
                              -- before 15: null, null)
                from pg_catalog.pg_publication_rel m
                join pg_catalog.pg_class c on c.oid = m.prrelid
                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where m.prpubid = p.oid
                order by n.nspname, c.relname)
from pg_catalog.pg_publication p
left join pg_catalog.pg_description d
       on d.objoid = p.oid and d.classoid = 'pg_catalog.pg_publication'::pg_catalog.regclass

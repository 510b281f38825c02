-- What relations.txt and information.txt are made with: psql -XAt -F '|' -v schema=pg_catalog -f relations.sql
select n.nspname, c.relname, c.relkind::text,
       string_agg(a.attname || ' ' || replace(format_type(a.atttypid, a.atttypmod), 'information_schema.', ''), '; ' order by a.attnum)
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid
where n.nspname = :'schema'
  and c.relkind in ('r', 'v')
  and not a.attisdropped
  and (a.attnum > 0 or a.attname = 'oid')
  and c.relname !~ '^_pg|^sql_|^_'
group by n.nspname, c.relname, c.relkind
order by 1, 2

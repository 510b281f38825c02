-- Views and materialized views.
select c.oid, c.relnatts, c.reltype, r.typarray,
       c.relname, c.relnamespace, c.relowner, d.description, c.relacl,
       case when c.relacl is not null then acldefault('r', c.relowner) end,
       c.relkind = 'm', pg_get_viewdef(c.oid), c.reloptions || array(select 'toast.' || o from unnest(t.reloptions) o),
       nullif(am.amname, 'heap'), s.spcname, c.relispopulated,
       c.reltuples::bigint, c.relpages::bigint * current_setting('block_size')::bigint
from pg_catalog.pg_class c
left join pg_catalog.pg_type r on r.oid = c.reltype
left join pg_catalog.pg_description d
       on d.objoid = c.oid and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objsubid = 0
left join pg_catalog.pg_am am on am.oid = c.relam
left join pg_catalog.pg_tablespace s on s.oid = c.reltablespace
left join pg_catalog.pg_class t on t.oid = c.reltoastrelid and t.reloptions is not null
where c.relkind in ('v', 'm') and c.oid >= 16384 and c.relpersistence <> 't'

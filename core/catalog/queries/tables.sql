-- Ordinary, partitioned and foreign tables; sizes as the planner knows them, without a look at the files.
-- The options of the TOAST table belong to its table and are told apart by their prefix.
select c.oid, c.relnatts, c.reltype, r.typarray,
       c.relname, c.relnamespace, c.relowner, d.description, c.relacl,
       case when c.relacl is not null then acldefault('r', c.relowner) end,
       c.relkind = 'f', c.relpersistence, nullif(am.amname, 'heap'), s.spcname,
       c.reloptions || array(select 'toast.' || o from unnest(t.reloptions) o),
       c.relreplident, c.relrowsecurity, c.relforcerowsecurity, c.reloftype,
       case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end,
       case when c.relispartition then pg_get_expr(c.relpartbound, 0) end,
       fs.srvname, f.ftoptions,
       c.reltuples::bigint, c.relpages::bigint * current_setting('block_size')::bigint
from pg_catalog.pg_class c
left join pg_catalog.pg_type r on r.oid = c.reltype
left join pg_catalog.pg_description d
       on d.objoid = c.oid and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objsubid = 0
left join pg_catalog.pg_am am on am.oid = c.relam
left join pg_catalog.pg_tablespace s on s.oid = c.reltablespace
left join pg_catalog.pg_class t on t.oid = c.reltoastrelid and t.reloptions is not null
left join pg_catalog.pg_foreign_table f on f.ftrelid = c.oid
left join pg_catalog.pg_foreign_server fs on fs.oid = f.ftserver
where c.relkind in ('r', 'p', 'f') and c.oid >= 16384 and c.relpersistence <> 't'

-- Indexes. Keys come as column numbers, options and OIDs; text only for expressions and the predicate, and the types
-- of keys only where there are expressions.
select i.indrelid, i.indexrelid, c.relname, am.amname, am.can_order,
       i.indisunique,
       i.indnullsnotdistinct, -- since 15
       -- before 15: false,
       i.indisvalid, i.indisready, i.indislive,
       not i.indisvalid and exists (select from pg_catalog.pg_stat_progress_create_index p where p.index_relid = i.indexrelid),
       i.indisclustered, i.indisreplident,
       i.indnkeyatts, i.indkey, i.indoption, i.indclass, i.indcollation,
       case when i.indexprs is not null then
           array(select pg_get_indexdef(i.indexrelid, n::int, false)
                 from unnest(i.indkey) with ordinality k(attnum, n) where k.attnum = 0 order by n) end,
       case when i.indexprs is not null then
           array(select a.atttypid from pg_catalog.pg_attribute a
                 where a.attrelid = i.indexrelid and a.attnum > 0 order by a.attnum) end,
       pg_get_expr(i.indpred, i.indrelid), c.reloptions, s.spcname, pc.relnamespace, pc.relname, d.description
from pg_catalog.pg_index i
join pg_catalog.pg_class c on c.oid = i.indexrelid
join (select oid, amname, pg_indexam_has_property(oid, 'can_order') as can_order
      from pg_catalog.pg_am where amtype = 'i' offset 0) am on am.oid = c.relam
left join pg_catalog.pg_tablespace s on s.oid = c.reltablespace
left join pg_catalog.pg_inherits p on p.inhrelid = i.indexrelid
left join pg_catalog.pg_class pc on pc.oid = p.inhparent
left join pg_catalog.pg_description d
       on d.objoid = i.indexrelid and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objsubid = 0
where i.indrelid >= 16384 and c.relpersistence <> 't'

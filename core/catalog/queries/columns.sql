-- Columns of tables, views and composite types, with what is not the default of their type; and those columns of
-- indexes that have options or a statistics target. Only what may name a column is deparsed with its relation: that opens
-- it, which takes a lock and more time than all the rest.
select a.attrelid, a.attnum, coalesce(nullif(t.typbasetype, 0), a.atttypid), a.attcollation, a.attname,
       format_type(a.atttypid, a.atttypmod), a.attcollation <> t.typcollation, a.attnotnull,
       pg_get_expr(ad.adbin, case when a.attgenerated <> '' then ad.adrelid else 0 end), a.attgenerated, a.attidentity, nullif(a.attstorage, t.typstorage),
       a.attcompression, -- since 14
       -- before 14: '',
       nullif(a.attstattarget, -1), a.attoptions, a.attfdwoptions, a.attislocal, a.attinhcount,
       d.description, a.attacl, '{}'
from pg_catalog.pg_attribute a
join pg_catalog.pg_class c on c.oid = a.attrelid
join pg_catalog.pg_type t on t.oid = a.atttypid
left join pg_catalog.pg_attrdef ad on a.atthasdef and ad.adrelid = a.attrelid and ad.adnum = a.attnum
left join pg_catalog.pg_description d
       on d.objoid = a.attrelid and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objsubid = a.attnum
where a.attrelid >= 16384 and a.attnum > 0 and not a.attisdropped and c.relpersistence <> 't'
  and (c.relkind in ('r', 'p', 'f', 'v', 'm', 'c')
       or c.relkind in ('i', 'I') and (a.attstattarget >= 0 or a.attoptions is not null))

-- Columns of tables, views and composite types: what nearly every one of them has, and what is told by comparing it with
-- the type; column_details.sql brings the rest. Only what may name a column is deparsed with its relation: that opens
-- it, which takes a lock and more time than all the rest.
select a.attrelid, a.attnum, coalesce(nullif(t.typbasetype, 0), a.atttypid), a.attcollation, a.attname,
       format_type(a.atttypid, a.atttypmod), a.attcollation <> t.typcollation, nullif(a.attstorage, t.typstorage),
       a.attnotnull, pg_get_expr(ad.adbin, case when a.attgenerated <> '' then ad.adrelid else 0 end), d.description
from pg_catalog.pg_attribute a
join pg_catalog.pg_class c on c.oid = a.attrelid
join pg_catalog.pg_type t on t.oid = a.atttypid
left join pg_catalog.pg_attrdef ad on a.atthasdef and ad.adrelid = a.attrelid and ad.adnum = a.attnum
left join pg_catalog.pg_description d
       on d.objoid = a.attrelid and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objsubid = a.attnum
where a.attrelid >= 16384 and a.attnum > 0 and not a.attisdropped and c.relpersistence <> 't'
  and c.relkind in ('r', 'p', 'f', 'v', 'm', 'c')

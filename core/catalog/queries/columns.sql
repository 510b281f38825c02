-- Columns of tables, views and composite types: everything that is not the type's own default.
select a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod),
       case when a.attcollation <> t.typcollation then quote_ident(cn.nspname) || '.' || quote_ident(co.collname) end,
       a.attnotnull, pg_get_expr(ad.adbin, ad.adrelid), a.attgenerated, a.attidentity,
       nullif(a.attstorage, t.typstorage),
       a.attcompression, -- since 14
       -- before 14: '',
       nullif(a.attstattarget, -1), a.attoptions, a.attfdwoptions, a.attislocal, a.attinhcount,
       d.description, a.attacl, '{}'
from pg_catalog.pg_attribute a
join pg_catalog.pg_class c on c.oid = a.attrelid
join pg_catalog.pg_type t on t.oid = a.atttypid
left join pg_catalog.pg_attrdef ad on a.atthasdef and ad.adrelid = a.attrelid and ad.adnum = a.attnum
left join pg_catalog.pg_collation co on a.attcollation <> t.typcollation and co.oid = a.attcollation
left join pg_catalog.pg_namespace cn on cn.oid = co.collnamespace
left join pg_catalog.pg_description d
       on d.objoid = a.attrelid and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objsubid = a.attnum
where a.attrelid >= 16384 and a.attnum > 0 and not a.attisdropped
  and c.relkind in ('r', 'p', 'f', 'v', 'm', 'c') and c.relpersistence <> 't'

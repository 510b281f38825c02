-- What few columns have: whatever is not the usual for their type. Columns of indexes too, for their options and
-- statistics targets. Servers since 15.20 keep a note of their own first among the options; pg_dump leaves it out as well.
select a.attrelid, a.attnum, a.attcollation <> t.typcollation, a.attgenerated, a.attidentity,
       nullif(a.attstorage, t.typstorage),
       a.attcompression, -- since 14
       -- before 14: '',
       nullif(a.attstattarget, -1), a.attoptions, a.attfdwoptions, a.attislocal, a.attinhcount, a.attacl, '{}'
from pg_catalog.pg_attribute a
join pg_catalog.pg_class c on c.oid = a.attrelid
join pg_catalog.pg_type t on t.oid = a.atttypid
where a.attrelid >= 16384 and a.attnum > 0 and not a.attisdropped and c.relpersistence <> 't'
  and (a.attstattarget >= 0 or a.attoptions[1] not like 'pg_attver=%' or a.attoptions[2] is not null
       or c.relkind in ('r', 'p', 'f', 'v', 'm', 'c')
          and (a.attcollation <> t.typcollation or a.attgenerated <> '' or a.attidentity <> ''
               or a.attstorage <> t.typstorage or not a.attislocal or a.attinhcount > 0
               or a.attcompression <> '' -- since 14
               or a.attfdwoptions is not null or a.attacl is not null))

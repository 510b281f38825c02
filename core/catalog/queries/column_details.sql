-- What few columns have. Columns of indexes too, for their options and statistics targets. Servers since 15.20 keep a
-- note of their own first among the options; pg_dump leaves it out as well.
select a.attrelid, a.attnum, a.attgenerated, a.attidentity,
       a.attcompression, -- since 14
       -- before 14: '',
       nullif(a.attstattarget, -1), a.attoptions, a.attfdwoptions, a.attislocal, a.attinhcount, a.attacl, '{}'
from pg_catalog.pg_attribute a
where a.attrelid >= 16384 and a.attnum > 0 and not a.attisdropped
  and (a.attgenerated <> '' or a.attidentity <> ''
       or a.attcompression <> '' -- since 14
       or a.attstattarget >= 0 or a.attoptions[1] not like 'pg_attver=%' or a.attoptions[2] is not null
       or a.attfdwoptions is not null or not a.attislocal or a.attinhcount > 0 or a.attacl is not null)

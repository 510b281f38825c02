-- Collations made by users. What version of the library a collation was made with is no part of it.
-- The locale of a provider of its own has had three columns so far. A libc collation for every encoding can only
-- be a copy of "C" or "POSIX".
select c.oid,
       c.collname, c.collnamespace, c.collowner, d.description, null, null,
       null, format('COLLATION %I.%I', n.nspname, c.collname),
       array[case when c.collprovider = 'c' and c.collencoding = -1
                 then format('CREATE COLLATION %I.%I FROM pg_catalog.%I', n.nspname, c.collname, c.collcollate)
             else format('CREATE COLLATION %I.%I (PROVIDER = %s%s%s%s)', n.nspname, c.collname,
                    case c.collprovider when 'i' then 'icu' when 'b' then 'builtin' else 'libc' end,
                    case when c.collprovider in ('i', 'b') then format(', LOCALE = %L', l.locale)
                        when c.collcollate = c.collctype then format(', LOCALE = %L', c.collcollate)
                        else format(', LC_COLLATE = %L, LC_CTYPE = %L', c.collcollate, c.collctype) end,
                    case when not c.collisdeterministic then ', DETERMINISTIC = false' end,
                    ', RULES = ' || quote_literal(c.collicurules)) end] -- since 16
                    -- before 16: null) end]
from pg_catalog.pg_collation c
cross join lateral (select coalesce(j ->> 'colllocale', j ->> 'colliculocale', j ->> 'collcollate')
                    from to_jsonb(c) j) l (locale)
join pg_catalog.pg_namespace n on n.oid = c.collnamespace
left join pg_catalog.pg_description d
       on d.objoid = c.oid and d.classoid = 'pg_catalog.pg_collation'::pg_catalog.regclass
where c.oid >= 16384
  and c.collencoding in (-1, (select encoding from pg_catalog.pg_database where datname = current_database()))

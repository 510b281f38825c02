-- Subscriptions of this database as far as anyone may see them; before 14 not even their OIDs.
select s.oid, -- since 14
       -- before 14: select 0,
       s.subname, 0, s.subowner,
       d.description, -- since 14
       -- before 14: null,
       null, null,
       format('SUBSCRIPTION %I', s.subname), null,
       (select string_agg(quote_ident(p), ', ' order by n) from unnest(s.subpublications) with ordinality o (p, n)),
       'connect = false, slot_name = NONE'
from pg_catalog.pg_subscription s
left join pg_catalog.pg_description d -- since 14
       on d.objoid = s.oid and d.classoid = 'pg_catalog.pg_subscription'::pg_catalog.regclass -- since 14
where s.subdbid = (select oid from pg_catalog.pg_database where datname = current_database())

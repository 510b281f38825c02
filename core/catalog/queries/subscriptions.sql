-- Subscriptions of this database, for a superuser. Where one is connected to and whether it runs is a matter of the
-- place it is in, so it is written the way it can be created anywhere: idle and without a slot.
select s.oid,
       s.subname, 0, s.subowner, d.description, null, null,
       format('SUBSCRIPTION %I', s.subname), s.subconninfo,
       (select string_agg(quote_ident(p), ', ' order by n) from unnest(s.subpublications) with ordinality o (p, n)),
       concat_ws(', ', 'connect = false', 'slot_name = NONE',
                 'synchronous_commit = ' || quote_literal(nullif(s.subsynccommit, 'off')),
                 case when s.subbinary then 'binary = true' end, -- since 14
                 -- the default has changed over time
                 'streaming = ' || case left(s.substream::text, 1) when 'p' then 'parallel' -- since 14
                                       when 't' then 'on' else 'off' end, -- since 14
                 case when s.subtwophasestate <> 'd' then 'two_phase = true' end, -- since 15
                 case when s.subdisableonerr then 'disable_on_error = true' end, -- since 15
                 case when not s.subpasswordrequired then 'password_required = false' end, -- since 16
                 case when s.subrunasowner then 'run_as_owner = true' end, -- since 16
                 'origin = ' || nullif(s.suborigin, 'any'), -- since 16
                 case when s.subfailover then 'failover = true' end, -- since 17
                 null)
from pg_catalog.pg_subscription s
left join pg_catalog.pg_description d
       on d.objoid = s.oid and d.classoid = 'pg_catalog.pg_subscription'::pg_catalog.regclass
where s.subdbid = (select oid from pg_catalog.pg_database where datname = current_database())

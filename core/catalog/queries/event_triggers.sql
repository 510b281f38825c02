-- Event triggers and whether they fire.
select t.oid,
       t.evtname, 0, t.evtowner, d.description, null, null,
       null, format('EVENT TRIGGER %I', t.evtname),
       array[format('CREATE EVENT TRIGGER %I ON %I%s EXECUTE FUNCTION %s()', t.evtname, t.evtevent,
                    (select ' WHEN TAG IN (' || string_agg(quote_literal(g), ', ' order by n) || ')'
                     from unnest(t.evttags) with ordinality o (g, n)),
                    t.evtfoid::regproc)]
       || case t.evtenabled
              when 'D' then format('ALTER EVENT TRIGGER %I DISABLE', t.evtname)
              when 'R' then format('ALTER EVENT TRIGGER %I ENABLE REPLICA', t.evtname)
              when 'A' then format('ALTER EVENT TRIGGER %I ENABLE ALWAYS', t.evtname) end
from pg_catalog.pg_event_trigger t
left join pg_catalog.pg_description d
       on d.objoid = t.oid and d.classoid = 'pg_catalog.pg_event_trigger'::pg_catalog.regclass

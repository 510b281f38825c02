-- Rules other than the one that makes a view.
select r.ev_class, r.rulename, pg_get_ruledef(r.oid), r.ev_enabled, d.description
from pg_catalog.pg_rewrite r
left join pg_catalog.pg_description d
       on d.objoid = r.oid and d.classoid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
where r.oid >= 16384 and r.rulename <> '_RETURN'

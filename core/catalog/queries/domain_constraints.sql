-- Constraints of domains: checks, and since 17 their NOT NULL.
select c.oid, c.contypid, c.conname, c.contype, c.convalidated, pg_get_expr(c.conbin, 0), d.description
from pg_catalog.pg_constraint c
left join pg_catalog.pg_description d
       on d.objoid = c.oid and d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
where c.contypid >= 16384

-- How SQL names an operator class, whatever the search path, and for which type it is the default.
select c.oid, c.opcmethod, c.opcintype, c.opcdefault,
       case when n.nspname <> 'pg_catalog' then quote_ident(n.nspname) || '.' else '' end || quote_ident(c.opcname)
from pg_catalog.pg_opclass c
join pg_catalog.pg_namespace n on n.oid = c.opcnamespace

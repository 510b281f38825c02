-- Policies of row security; role 0 is PUBLIC.
select p.polrelid, p.polname, p.polcmd, p.polpermissive,
       array(select r.rolname from pg_catalog.pg_roles r where r.oid = any (p.polroles)),
       pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid), d.description
from pg_catalog.pg_policy p
left join pg_catalog.pg_description d
       on d.objoid = p.oid and d.classoid = 'pg_catalog.pg_policy'::pg_catalog.regclass

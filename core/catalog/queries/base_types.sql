-- Base types and shells: only named, since what they are is written in C.
select t.oid, t.typarray, t.typname, t.typnamespace, t.typisdefined
from pg_catalog.pg_type t
left join pg_catalog.pg_type e on e.oid = t.typelem
where t.oid >= 16384
  and (t.typtype = 'b' and e.typarray is distinct from t.oid or t.typtype = 'p' and not t.typisdefined)

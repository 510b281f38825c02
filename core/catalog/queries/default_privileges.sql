-- Default privileges. For a schema they only ever add to the global ones.
select a.oid, a.defaclrole, a.defaclnamespace, a.defaclobjtype, a.defaclacl,
       case when a.defaclnamespace = 0
           then acldefault(case a.defaclobjtype when 'S' then 's' else a.defaclobjtype end, a.defaclrole) end
from pg_catalog.pg_default_acl a

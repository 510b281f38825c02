-- Which roles are members of which.
select m.member, m.roleid, m.grantor, m.admin_option,
       m.inherit_option, m.set_option -- since 16
       -- before 16: true, true
from pg_catalog.pg_auth_members m

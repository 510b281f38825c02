-- Triggers. One that a partition has from its parent's is listed with it; those behind foreign keys are not.
select t.tgrelid, t.tgname, pg_get_triggerdef(t.oid), t.tgenabled, t.tgconstraint <> 0,
       t.tgparentid <> 0, -- since 13
       -- before 13: p.objid is not null,
       d.description
from pg_catalog.pg_trigger t
-- before 13: left join pg_catalog.pg_depend p on p.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass and p.objid = t.oid and p.refclassid = p.classid
left join pg_catalog.pg_description d
       on d.objoid = t.oid and d.classoid = 'pg_catalog.pg_trigger'::pg_catalog.regclass
where t.tgrelid >= 16384
  and (not t.tgisinternal
       or t.tgparentid <> 0 -- since 13
       -- before 13: or p.objid is not null
          and (t.tgconstraint = 0
               or (select k.contype from pg_catalog.pg_constraint k where k.oid = t.tgconstraint) = 't'))

-- Which object was made with the help of which other, folded to objects that have a name of their own: the row is
-- object (catalog, oid, part), needs (catalog, oid, column number, part). A part is named by the relation it belongs to.
-- What the server comes with, schemas as places and a part's own relation are left out; foreign keys are told by
-- constraints.sql, partitions by inheritance.sql. Before 15 what a generated column needs is noted with the column.
with edges as (
    select d.classid, d.objid,
           case when k.contypid <> 0 then 'pg_catalog.pg_type'::pg_catalog.regclass else d.refclassid end as refclassid,
           coalesce(nullif(k.conrelid, 0), k.contypid, d.refobjid) as refobjid,
           d.refobjsubid, k.conname as refpart,
           case when d.deptype = 'a' and d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass then d.objsubid else 0 end as generated
    from pg_catalog.pg_depend d
    left join lateral (select c.conrelid, c.contypid, c.conname from pg_catalog.pg_constraint c
                       where c.oid = d.refobjid and d.refclassid = 'pg_catalog.pg_constraint'::pg_catalog.regclass offset 0) k on true
    where d.objid >= 16384 and d.refobjid >= 16384
      and not (d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass and d.refobjsubid > 0)
      and (d.deptype = 'n'
           -- before 15: or d.deptype = 'a' and d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objsubid > 0 and d.refclassid <> d.classid
           or d.deptype = 'a' and d.classid in ('pg_catalog.pg_statistic_ext'::pg_catalog.regclass,
                                                'pg_catalog.pg_publication_rel'::pg_catalog.regclass,
                                                'pg_catalog.pg_publication_namespace'::pg_catalog.regclass, -- since 15
                                                'pg_catalog.pg_opclass'::pg_catalog.regclass,
                                                'pg_catalog.pg_opfamily'::pg_catalog.regclass))
      and (d.refclassid <> 'pg_catalog.pg_namespace'::pg_catalog.regclass
           or d.classid = 'pg_catalog.pg_publication_namespace'::pg_catalog.regclass -- since 15
           or d.classid = 'pg_catalog.pg_extension'::pg_catalog.regclass)
)
select d.classid::pg_catalog.oid, d.objid, null, d.refclassid::pg_catalog.oid, d.refobjid, d.refobjsubid, d.refpart
from edges d
where d.classid not in ('pg_catalog.pg_attrdef'::pg_catalog.regclass, 'pg_catalog.pg_constraint'::pg_catalog.regclass,
                        'pg_catalog.pg_rewrite'::pg_catalog.regclass, 'pg_catalog.pg_trigger'::pg_catalog.regclass,
                        'pg_catalog.pg_policy'::pg_catalog.regclass,
                        'pg_catalog.pg_publication_rel'::pg_catalog.regclass,
                        'pg_catalog.pg_publication_namespace'::pg_catalog.regclass, -- since 15
                        'pg_catalog.pg_amop'::pg_catalog.regclass, 'pg_catalog.pg_amproc'::pg_catalog.regclass)
  and d.generated = 0
-- before 15: union all select 'pg_catalog.pg_attrdef'::pg_catalog.regclass, d.objid, a.attname, d.refclassid, d.refobjid, d.refobjsubid, d.refpart
-- before 15: from edges d join pg_catalog.pg_attribute a on a.attrelid = d.objid and a.attnum = d.generated where d.generated > 0
union all
select d.classid, x.adrelid, a.attname, d.refclassid, d.refobjid, d.refobjsubid, d.refpart
from edges d
join pg_catalog.pg_attrdef x on x.oid = d.objid and x.adrelid <> d.refobjid
join pg_catalog.pg_attribute a on a.attrelid = x.adrelid and a.attnum = x.adnum
where d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
union all
select case when x.conrelid <> 0 then d.classid else 'pg_catalog.pg_type'::pg_catalog.regclass end,
       case when x.conrelid <> 0 then x.conrelid else x.contypid end, case when x.conrelid <> 0 then x.conname end,
       d.refclassid, d.refobjid, d.refobjsubid, d.refpart
from edges d
join pg_catalog.pg_constraint x on x.oid = d.objid and x.conrelid <> d.refobjid and x.contype <> 'f' and x.conislocal
where d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
union all
select case when x.rulename = '_RETURN' then 'pg_catalog.pg_class'::pg_catalog.regclass else d.classid end,
       x.ev_class, nullif(x.rulename, '_RETURN'), d.refclassid, d.refobjid, d.refobjsubid, d.refpart
from edges d
join pg_catalog.pg_rewrite x on x.oid = d.objid and x.ev_class <> d.refobjid
where d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
union all
select d.classid, x.tgrelid, x.tgname, d.refclassid, d.refobjid, d.refobjsubid, d.refpart
from edges d
join pg_catalog.pg_trigger x on x.oid = d.objid and x.tgrelid <> d.refobjid and not x.tgisinternal
where d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass
union all
select d.classid, x.polrelid, x.polname, d.refclassid, d.refobjid, d.refobjsubid, d.refpart
from edges d
join pg_catalog.pg_policy x on x.oid = d.objid and x.polrelid <> d.refobjid
where d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass
union all
select 'pg_catalog.pg_publication'::pg_catalog.regclass, x.prpubid, null,
       d.refclassid, d.refobjid, d.refobjsubid, d.refpart
from edges d
join pg_catalog.pg_publication_rel x on x.oid = d.objid
where d.classid = 'pg_catalog.pg_publication_rel'::pg_catalog.regclass
union all -- since 15
select 'pg_catalog.pg_publication'::pg_catalog.regclass, x.pnpubid, null, d.refclassid, d.refobjid, 0, null -- since 15
from edges d -- since 15
join pg_catalog.pg_publication_namespace x on x.oid = d.objid -- since 15
where d.classid = 'pg_catalog.pg_publication_namespace'::pg_catalog.regclass -- since 15
union all
select o.refclassid, o.refobjid, null, d.refclassid, d.refobjid, d.refobjsubid, d.refpart
from edges d
join pg_catalog.pg_depend o on o.classid = d.classid and o.objid = d.objid and o.deptype in ('a', 'i')
 and o.refclassid in ('pg_catalog.pg_opclass'::pg_catalog.regclass, 'pg_catalog.pg_opfamily'::pg_catalog.regclass)
where d.classid in ('pg_catalog.pg_amop'::pg_catalog.regclass, 'pg_catalog.pg_amproc'::pg_catalog.regclass)
  and (d.refclassid, d.refobjid) is distinct from (o.refclassid, o.refobjid)

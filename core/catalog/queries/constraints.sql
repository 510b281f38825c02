-- Constraints of tables. Keys come as column numbers; text only where the catalog has nothing but a tree.
select k.conrelid, k.conname, k.contype, k.conkey, k.condeferrable, k.condeferred, k.convalidated,
       k.conenforced, -- since 18
       -- before 18: true,
       k.connoinherit, k.conislocal, k.coninhcount,
       k.conperiod, -- since 18
       -- before 18: false,
       d.description,
       case when k.contype = 'c' then pg_get_expr(k.conbin, k.conrelid) end,
       case when k.contype = 'x' then pg_get_constraintdef(k.oid) end,
       k.conindid, k.confrelid, k.confkey, k.confmatchtype, k.confupdtype, k.confdeltype,
       k.confdelsetcols, -- since 15
       -- before 15: null,
       k.conparentid <> 0, case when k.contype = 'f' then ic.relname end
from pg_catalog.pg_constraint k
left join pg_catalog.pg_class ic on k.contype = 'f' and ic.oid = k.conindid
left join pg_catalog.pg_description d
       on d.objoid = k.oid and d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
where k.conrelid >= 16384 and k.contype <> 't'

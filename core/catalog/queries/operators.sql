-- Operators; shells that only stand in for a commutator or negator to come are left out.
select o.oid,
       o.oprname, o.oprnamespace, o.oprowner, d.description, null, null,
       concat_ws(', ', case when o.oprleft = 0 then 'NONE' else format_type(o.oprleft, null) end,
                       case when o.oprright = 0 then 'NONE' else format_type(o.oprright, null) end),
       format('OPERATOR %s', o.oid::regoperator),
       array[format('CREATE OPERATOR %I.%s (', n.nspname, o.oprname)
             || concat_ws(', ',
                 'FUNCTION = ' || o.oprcode,
                 case when o.oprleft <> 0 then 'LEFTARG = ' || format_type(o.oprleft, null) end,
                 case when o.oprright <> 0 then 'RIGHTARG = ' || format_type(o.oprright, null) end,
                 case when c.oid is not null then format('COMMUTATOR = OPERATOR(%I.%s)', cn.nspname, c.oprname) end,
                 case when g.oid is not null then format('NEGATOR = OPERATOR(%I.%s)', gn.nspname, g.oprname) end,
                 'RESTRICT = ' || nullif(o.oprrest::oid, 0)::regproc,
                 'JOIN = ' || nullif(o.oprjoin::oid, 0)::regproc,
                 case when o.oprcanhash then 'HASHES' end,
                 case when o.oprcanmerge then 'MERGES' end)
             || ')']
from pg_catalog.pg_operator o
join pg_catalog.pg_namespace n on n.oid = o.oprnamespace
left join pg_catalog.pg_operator c on c.oid = o.oprcom
left join pg_catalog.pg_namespace cn on cn.oid = c.oprnamespace
left join pg_catalog.pg_operator g on g.oid = o.oprnegate
left join pg_catalog.pg_namespace gn on gn.oid = g.oprnamespace
left join pg_catalog.pg_description d
       on d.objoid = o.oid and d.classoid = 'pg_catalog.pg_operator'::pg_catalog.regclass
where o.oprcode <> 0 and o.oid >= 16384

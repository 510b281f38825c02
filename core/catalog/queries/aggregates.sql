-- Aggregates. No server function writes their definition, so the query does.
select p.oid,
       p.proname, p.pronamespace, p.proowner, d.description, p.proacl,
       case when p.proacl is not null then acldefault('f', p.proowner) end,
       p.prokind, pg_get_function_identity_arguments(p.oid), pg_get_function_arguments(p.oid),
       pg_get_function_result(p.oid), l.lanname,
       format('CREATE AGGREGATE %I.%I(%s) (', n.nspname, p.proname,
              coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*'))
       || concat_ws(', ',
           'SFUNC = ' || a.aggtransfn,
           'STYPE = ' || format_type(a.aggtranstype, null),
           'SSPACE = ' || nullif(a.aggtransspace, 0),
           'FINALFUNC = ' || nullif(a.aggfinalfn::oid, 0)::regproc,
           case when a.aggfinalextra then 'FINALFUNC_EXTRA' end,
           'FINALFUNC_MODIFY = ' || case when a.aggfinalfn <> 0 then fm.word end,
           'COMBINEFUNC = ' || nullif(a.aggcombinefn::oid, 0)::regproc,
           'SERIALFUNC = ' || nullif(a.aggserialfn::oid, 0)::regproc,
           'DESERIALFUNC = ' || nullif(a.aggdeserialfn::oid, 0)::regproc,
           'INITCOND = ' || quote_literal(a.agginitval),
           'MSFUNC = ' || nullif(a.aggmtransfn::oid, 0)::regproc,
           'MINVFUNC = ' || nullif(a.aggminvtransfn::oid, 0)::regproc,
           'MSTYPE = ' || case when a.aggmtranstype <> 0 then format_type(a.aggmtranstype, null) end,
           'MSSPACE = ' || nullif(a.aggmtransspace, 0),
           'MFINALFUNC = ' || nullif(a.aggmfinalfn::oid, 0)::regproc,
           case when a.aggmfinalextra then 'MFINALFUNC_EXTRA' end,
           'MFINALFUNC_MODIFY = ' || case when a.aggmfinalfn <> 0 then mm.word end,
           'MINITCOND = ' || quote_literal(a.aggminitval),
           'SORTOP = ' || case when op.oid is not null then format('OPERATOR(%I.%s)', opn.nspname, op.oprname) end,
           'PARALLEL = ' || case p.proparallel when 's' then 'SAFE' when 'r' then 'RESTRICTED' end,
           case when a.aggkind = 'h' then 'HYPOTHETICAL' end)
       || ')'
from pg_catalog.pg_proc p
join pg_catalog.pg_aggregate a on a.aggfnoid = p.oid
join pg_catalog.pg_namespace n on n.oid = p.pronamespace
join pg_catalog.pg_language l on l.oid = p.prolang
left join (values ('r', 'READ_ONLY'), ('s', 'SHAREABLE'), ('w', 'READ_WRITE')) fm (letter, word)
    on fm.letter = a.aggfinalmodify::text
left join (values ('r', 'READ_ONLY'), ('s', 'SHAREABLE'), ('w', 'READ_WRITE')) mm (letter, word)
    on mm.letter = a.aggmfinalmodify::text
left join pg_catalog.pg_operator op on op.oid = a.aggsortop
left join pg_catalog.pg_namespace opn on opn.oid = op.oprnamespace
left join pg_catalog.pg_description d
       on d.objoid = p.oid and d.classoid = 'pg_catalog.pg_proc'::pg_catalog.regclass
where p.prokind = 'a' and p.oid >= 16384

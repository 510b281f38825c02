-- Everything the catalogs say of what was made in this database, as sorted lines without OIDs: the second observer
-- of the round trip, which knows no object by kind. A row becomes JSON, OIDs become names, attribute numbers become
-- columns, expression trees become text; a column that a new server version adds appears by itself.
-- A line that ends in "since N" is left out on older servers. Runs under an empty search_path.
WITH
-- Columns that hold OIDs, by the catalog that they point to.
reference(class, col) AS (
    SELECT class::regclass, unnest(cols) FROM (VALUES
        ('pg_proc', '{aggcombinefn,aggdeserialfn,aggfinalfn,aggfnoid,aggmfinalfn,aggminvtransfn,aggmtransfn,aggserialfn,aggtransfn,amhandler,amproc,castfunc,conproc,evtfoid,fdwhandler,fdwvalidator,laninline,lanplcallfoid,lanvalidator,oprcode,oprjoin,oprrest,prosupport,rngcanonical,rngsubdiff,trffromsql,trftosql,tgfoid,prsend,prsheadline,prslextype,prsstart,prstoken,tmplinit,tmpllexize,typanalyze,typinput,typmodin,typmodout,typoutput,typreceive,typsend,typsubscript}'::text[]),
        ('pg_type', '{aggmtranstype,aggtranstype,amoplefttype,amoprighttype,amproclefttype,amprocrighttype,atttypid,castsource,casttarget,reloftype,reltype,contypid,enumtypid,opcintype,opckeytype,oprleft,oprresult,oprright,proallargtypes,proargtypes,prorettype,protrftypes,provariadic,rngmultitypid,rngsubtype,rngtypid,seqtypid,trftype,typarray,typbasetype,typelem}'),
        ('pg_class', '{adrelid,relrewrite,confrelid,conindid,conrelid,extconfig,ftrelid,indexrelid,indrelid,inhparent,inhrelid,partdefid,partrelid,polrelid,prrelid,ev_class,seqrelid,stxrelid,tgconstrindid,tgconstrrelid,tgrelid,typrelid}'),
        ('pg_authid', '{relowner,collowner,conowner,defaclrole,evtowner,extowner,fdwowner,srvowner,lanowner,nspowner,opcowner,oprowner,opfowner,polroles,proowner,pubowner,stxowner,subowner,cfgowner,dictowner,typowner,umuser}'),
        ('pg_namespace', '{relnamespace,collnamespace,connamespace,defaclnamespace,extnamespace,opcnamespace,oprnamespace,opfnamespace,pronamespace,pnnspid,stxnamespace,cfgnamespace,dictnamespace,prsnamespace,tmplnamespace,typnamespace}'),
        ('pg_operator', '{aggsortop,amopopr,conexclop,conffeqop,conpfeqop,conppeqop,oprcom,oprnegate}'),
        ('pg_opfamily', '{amopfamily,amopsortfamily,amprocfamily,opcfamily}'),
        ('pg_opclass', '{indclass,partclass,rngsubopc}'),
        ('pg_collation', '{attcollation,indcollation,partcollation,rngcollation,typcollation}'),
        ('pg_constraint', '{conparentid,tgconstraint}'),
        ('pg_trigger', '{tgparentid}'),
        ('pg_am', '{amopmethod,relam,opcmethod,opfmethod}'),
        ('pg_language', '{prolang,trflang}'),
        ('pg_foreign_data_wrapper', '{srvfdw}'),
        ('pg_foreign_server', '{ftserver,umserver}'),
        ('pg_publication', '{pnpubid,prpubid}'),
        ('pg_tablespace', '{reltablespace}'),
        ('pg_ts_config', '{mapcfg}'),
        ('pg_ts_dict', '{mapdict}'),
        ('pg_ts_parser', '{cfgparser}'),
        ('pg_ts_template', '{dicttemplate}')) AS list(class, cols)),
-- Columns that hold attribute numbers, by the column that says of which relation.
numbered(col, relation) AS (VALUES
    ('conkey', 'conrelid'), ('confkey', 'confrelid'), ('confdelsetcols', 'conrelid'), ('indkey', 'indrelid'),
    ('partattrs', 'partrelid'), ('tgattr', 'tgrelid'), ('stxkeys', 'stxrelid'), ('prattrs', 'prrelid')),
-- Storage, statistics and flags that lag behind; expression trees and rights, which have lines of their own.
left_out(col) AS (SELECT unnest('{oid,relfilenode,relpages,reltuples,relallvisible,relallfrozen,relfrozenxid,relminmxid,
    relhassubclass,relhasindex,relhasrules,relhastriggers,relnatts,relispopulated,relpartbound,reltoastrelid,relacl,
    attrelid,attnum,attndims,attoptions,typndims,attcacheoff,atthasmissing,attmissingval,attacl,adnum,adbin,conbin,indexprs,indpred,indcheckxmin,
    ev_action,ev_qual,tgqual,polqual,polwithcheck,typdefaultbin,typacl,proacl,proargdefaults,prosqlbody,partexprs,
    stxexprs,prqual,collversion,enumsortorder,nspacl,lanacl,fdwacl,srvacl,defaclacl,subdbid}'::text[])),
member(class, object) AS (SELECT classid, objid FROM pg_catalog.pg_depend WHERE deptype = 'e'),
-- FirstNormalObjectId; what has a lower one came with the server.
row(class, object, part, body) AS (
    SELECT tableoid, oid, 0, to_jsonb(c) FROM pg_catalog.pg_class c WHERE relnamespace <> 'pg_toast'::regnamespace
    UNION ALL SELECT 'pg_class'::regclass, attrelid, attnum, to_jsonb(a) - (CASE WHEN relkind IN ('i', 'I') THEN '{attstorage,attcompression}' ELSE '{}' END)::text[] || jsonb_build_object('position', count(*) OVER (PARTITION BY attrelid ORDER BY attnum),
        -- Some builds keep a counter of their own among the options.
        'options', nullif(ARRAY(SELECT one FROM unnest(attoptions) AS one WHERE one !~ '^pg_attver='), '{}'))
        FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = attrelid
        WHERE attnum > 0 AND NOT attisdropped AND relnamespace <> 'pg_toast'::regnamespace AND relkind <> 'S' AND attrelid >= 16384
    UNION ALL SELECT 'pg_class'::regclass, indexrelid, 0, to_jsonb(i) FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = indrelid WHERE relnamespace <> 'pg_toast'::regnamespace
    UNION ALL SELECT 'pg_class'::regclass, seqrelid, 0, to_jsonb(s) FROM pg_catalog.pg_sequence s
    UNION ALL SELECT 'pg_class'::regclass, partrelid, 0, to_jsonb(p) FROM pg_catalog.pg_partitioned_table p
    UNION ALL SELECT 'pg_class'::regclass, ftrelid, 0, to_jsonb(f) FROM pg_catalog.pg_foreign_table f
    UNION ALL SELECT 'pg_class'::regclass, inhrelid, 0, jsonb_build_object('inherits ' || inhseqno, inhparent::regclass) || (to_jsonb(h) - '{inhrelid,inhparent,inhseqno}'::text[]) FROM pg_catalog.pg_inherits h
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(c) - CASE WHEN contype IN ('p', 'u', 'x') THEN 'connoinherit' ELSE '' END FROM pg_catalog.pg_constraint c
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(t) FROM pg_catalog.pg_trigger t WHERE NOT tgisinternal
        OR tgparentid <> 0 AND tgconstraint = 0 -- since 13
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(r) FROM pg_catalog.pg_rewrite r
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(p) FROM pg_catalog.pg_policy p
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(t) FROM pg_catalog.pg_type t WHERE typnamespace <> 'pg_toast'::regnamespace
        -- An array type follows from its element, down to the name that the server finds for it.
        AND oid NOT IN (SELECT typarray FROM pg_catalog.pg_type)
    UNION ALL SELECT 'pg_type'::regclass, enumtypid, 0, jsonb_build_object('label ' || row_number() OVER (PARTITION BY enumtypid ORDER BY enumsortorder), enumlabel) FROM pg_catalog.pg_enum
    UNION ALL SELECT 'pg_type'::regclass, rngtypid, 0, to_jsonb(r) FROM pg_catalog.pg_range r
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(p) FROM pg_catalog.pg_proc p
    UNION ALL SELECT 'pg_proc'::regclass, aggfnoid, 0, to_jsonb(a) FROM pg_catalog.pg_aggregate a
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(n) FROM pg_catalog.pg_namespace n WHERE nspname !~ '^pg_(toast|temp)'
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(e) FROM pg_catalog.pg_extension e
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(c) FROM pg_catalog.pg_collation c
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(c) FROM pg_catalog.pg_conversion c
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(c) FROM pg_catalog.pg_cast c
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(o) FROM pg_catalog.pg_operator o
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(o) FROM pg_catalog.pg_opclass o
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(o) FROM pg_catalog.pg_opfamily o
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(a) FROM pg_catalog.pg_amop a WHERE amopfamily NOT IN (SELECT object FROM member)
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(a) FROM pg_catalog.pg_amproc a WHERE amprocfamily NOT IN (SELECT object FROM member)
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(a) FROM pg_catalog.pg_am a
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(l) FROM pg_catalog.pg_language l
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(t) FROM pg_catalog.pg_transform t
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(e) FROM pg_catalog.pg_event_trigger e
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(f) FROM pg_catalog.pg_foreign_data_wrapper f
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(f) FROM pg_catalog.pg_foreign_server f
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(u) FROM pg_catalog.pg_user_mapping u
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(s) FROM pg_catalog.pg_statistic_ext s
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(c) FROM pg_catalog.pg_ts_config c
    UNION ALL SELECT 'pg_ts_config'::regclass, mapcfg, 0, jsonb_build_object('token ' || maptokentype || ' dictionary ' || mapseqno, mapdict::regdictionary) FROM pg_catalog.pg_ts_config_map
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(d) FROM pg_catalog.pg_ts_dict d
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(p) FROM pg_catalog.pg_ts_parser p
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(t) FROM pg_catalog.pg_ts_template t
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(p) FROM pg_catalog.pg_publication p
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(p) FROM pg_catalog.pg_publication_rel p
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(p) FROM pg_catalog.pg_publication_namespace p -- since 15
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(s) FROM pg_catalog.pg_subscription s WHERE subdbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
    UNION ALL SELECT tableoid, oid, 0, to_jsonb(d) FROM pg_catalog.pg_default_acl d
    -- Texts in place of the trees, and what hangs on an object without a row of its own.
    UNION ALL SELECT 'pg_class'::regclass, adrelid, adnum, jsonb_build_object('default', pg_get_expr(adbin, adrelid)) FROM pg_catalog.pg_attrdef
    UNION ALL SELECT tableoid, oid, 0, jsonb_build_object('definition', pg_get_constraintdef(oid)) FROM pg_catalog.pg_constraint
    UNION ALL SELECT 'pg_class'::regclass, indexrelid, 0, jsonb_build_object('definition', pg_get_indexdef(indexrelid)) FROM pg_catalog.pg_index JOIN pg_catalog.pg_class c ON c.oid = indrelid WHERE indexrelid >= 16384 AND relnamespace <> 'pg_toast'::regnamespace
    UNION ALL SELECT tableoid, oid, 0, jsonb_build_object('definition', pg_get_triggerdef(oid)) FROM pg_catalog.pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT tableoid, oid, 0, jsonb_build_object('definition', pg_get_ruledef(oid)) FROM pg_catalog.pg_rewrite WHERE oid >= 16384
    UNION ALL SELECT tableoid, oid, 0, jsonb_build_object('using', pg_get_expr(polqual, polrelid), 'check', pg_get_expr(polwithcheck, polrelid)) FROM pg_catalog.pg_policy
    UNION ALL SELECT tableoid, oid, 0, jsonb_build_object('bound', pg_get_expr(relpartbound, oid), 'partition key', pg_get_partkeydef(oid)) FROM pg_catalog.pg_class WHERE oid >= 16384 AND relkind IN ('r', 'p', 'f')
    UNION ALL SELECT tableoid, oid, 0, jsonb_build_object('definition', pg_get_functiondef(oid)) FROM pg_catalog.pg_proc WHERE oid >= 16384 AND prokind <> 'a'
    UNION ALL SELECT tableoid, oid, 0, jsonb_build_object('arguments', pg_get_function_arguments(oid)) FROM pg_catalog.pg_proc WHERE oid >= 16384
    UNION ALL SELECT tableoid, oid, 0, jsonb_build_object('definition', pg_get_statisticsobjdef(oid)) FROM pg_catalog.pg_statistic_ext
    UNION ALL SELECT tableoid, oid, 0, jsonb_build_object('filter', pg_get_expr(prqual, prrelid)) FROM pg_catalog.pg_publication_rel -- since 15
    UNION ALL SELECT c.tableoid, c.oid, 0, jsonb_build_object('toast options', t.reloptions) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid
    UNION ALL SELECT classoid, objoid, objsubid, jsonb_build_object('comment', description) FROM pg_catalog.pg_description
    UNION ALL SELECT classoid, objoid, objsubid, jsonb_build_object('label ' || provider, label) FROM pg_catalog.pg_seclabel
    -- Sequences of columns, and what an extension or a partition's parent takes along.
    UNION ALL SELECT classid, objid, objsubid, jsonb_build_object('depends ' || deptype::text, (pg_identify_object(refclassid, refobjid, refobjsubid)).identity) FROM pg_catalog.pg_depend
        WHERE deptype IN ('x', 'P', 'S') OR classid = 'pg_class'::regclass AND deptype IN ('a', 'i') AND objid IN (SELECT seqrelid FROM pg_catalog.pg_sequence)),
-- Rights, whether stored or the kind's own.
holder(class, object, part, kind, rights, owner) AS (
    SELECT tableoid, oid, 0, CASE relkind WHEN 'S' THEN 's' ELSE 'r' END, relacl, relowner FROM pg_catalog.pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND relnamespace <> 'pg_toast'::regnamespace
    UNION ALL SELECT c.tableoid, c.oid, attnum, 'c', attacl, relowner FROM pg_catalog.pg_attribute JOIN pg_catalog.pg_class c ON c.oid = attrelid WHERE attacl IS NOT NULL AND NOT attisdropped
    UNION ALL SELECT tableoid, oid, 0, 'f', proacl, proowner FROM pg_catalog.pg_proc
    UNION ALL SELECT tableoid, oid, 0, 'T', typacl, typowner FROM pg_catalog.pg_type WHERE typnamespace <> 'pg_toast'::regnamespace
    UNION ALL SELECT tableoid, oid, 0, 'n', nspacl, nspowner FROM pg_catalog.pg_namespace
    UNION ALL SELECT tableoid, oid, 0, 'l', lanacl, lanowner FROM pg_catalog.pg_language
    UNION ALL SELECT tableoid, oid, 0, 'F', fdwacl, fdwowner FROM pg_catalog.pg_foreign_data_wrapper
    UNION ALL SELECT tableoid, oid, 0, 'S', srvacl, srvowner FROM pg_catalog.pg_foreign_server
    UNION ALL SELECT tableoid, oid, 0, NULL, defaclacl, defaclrole FROM pg_catalog.pg_default_acl),
granted(class, object, part, name, value) AS (
    SELECT class, object, part, 'right', concat_ws(' ', coalesce(g.rolname, 'PUBLIC'), privilege_type, CASE WHEN is_grantable THEN 'grantable' END, 'from', f.rolname)
    FROM holder CROSS JOIN LATERAL aclexplode(coalesce(rights, acldefault(kind::"char", owner))) AS one
    LEFT JOIN pg_catalog.pg_roles g ON g.oid = one.grantee LEFT JOIN pg_catalog.pg_roles f ON f.oid = one.grantor),
attribute(class, object, part, name, value) AS (
    SELECT row.class, object, part, field.name, CASE
        WHEN reference.class IS NOT NULL THEN (
            -- A regproc is a name already.
            SELECT string_agg(CASE WHEN one = '0' THEN '-' WHEN one !~ '^\d+$' THEN one
                ELSE (pg_identify_object(reference.class, one::oid, 0)).identity END, '; ' ORDER BY CASE WHEN field.name = 'polroles' THEN (SELECT count(*) FROM pg_catalog.pg_roles other WHERE other.rolname < (SELECT rolname FROM pg_catalog.pg_roles WHERE oid::text = one)) ELSE position END)
            FROM jsonb_array_elements_text(CASE jsonb_typeof(field.value) WHEN 'array' THEN field.value ELSE jsonb_build_array(field.value) END) WITH ORDINALITY AS list(one, position))
        WHEN numbered.relation IS NOT NULL THEN (
            SELECT string_agg(coalesce(attname, '-'), '; ' ORDER BY position)
            FROM jsonb_array_elements_text(CASE jsonb_typeof(field.value) WHEN 'array' THEN field.value ELSE '[]' END) WITH ORDINALITY AS list(one, position)
            LEFT JOIN pg_catalog.pg_attribute ON attrelid = (body ->> numbered.relation)::oid AND attnum = one::int)
        ELSE field.value #>> '{}' END
    FROM row CROSS JOIN LATERAL jsonb_each(body) AS field(name, value)
    LEFT JOIN reference ON reference.col = field.name
    LEFT JOIN numbered ON numbered.col = field.name
    WHERE row.object >= 16384 AND (row.class, row.object) NOT IN (SELECT class, object FROM member) AND field.value <> 'null' AND field.name NOT IN (SELECT col FROM left_out)),
line(class, object, part, name, value) AS MATERIALIZED (
    SELECT class, object, part, name, value FROM attribute
    UNION ALL SELECT class, object, part, name, value FROM granted
    WHERE object >= 16384 OR class = 'pg_namespace'::regclass AND object = 'public'::regnamespace),
known(class, object, part, name) AS MATERIALIZED (
    SELECT class, object, part, class::regclass::text || ' ' || coalesce((pg_identify_object(class, object, part)).identity, '?')
    FROM (SELECT DISTINCT class, object, part FROM line) AS one)
SELECT replace(known.name || ' | ' || line.name || ' = ' || coalesce(value, 'NULL'), E'\n', '\n') COLLATE "C" AS text
FROM line JOIN known USING (class, object, part)
WHERE (class, object) NOT IN (SELECT class, object FROM member)
ORDER BY 1

-- Changes whenever something that introspection reads has moved: for every catalog, how many rows it has and the sum of
-- the transactions that wrote them. No text is put together, no file looked at; ANALYZE and VACUUM leave it alone.
-- Catalogs that not everyone may read are taken through their views, by a hash of what these show.
select pg_catalog.string_agg(c || ':' || n || ':' || coalesce(s, 0), ' ' order by c) from (
  select 'relation' c, count(*) n, sum(xmin::text::int8) s from pg_catalog.pg_class where oid >= 16384 and relpersistence <> 't'
  union all select 'attribute', count(*), sum(xmin::text::int8) from pg_catalog.pg_attribute where attrelid >= 16384
  union all select 'default', count(*), sum(xmin::text::int8) from pg_catalog.pg_attrdef
  union all select 'constraint', count(*), sum(xmin::text::int8) from pg_catalog.pg_constraint
  union all select 'index', count(*), sum(xmin::text::int8) from pg_catalog.pg_index where indexrelid >= 16384
  union all select 'inheritance', count(*), sum(xmin::text::int8) from pg_catalog.pg_inherits
  union all select 'partitioned', count(*), sum(xmin::text::int8) from pg_catalog.pg_partitioned_table
  union all select 'foreign table', count(*), sum(xmin::text::int8) from pg_catalog.pg_foreign_table
  union all select 'sequence', count(*), sum(xmin::text::int8) from pg_catalog.pg_sequence
  union all select 'trigger', count(*), sum(xmin::text::int8) from pg_catalog.pg_trigger
  union all select 'rule', count(*), sum(xmin::text::int8) from pg_catalog.pg_rewrite where oid >= 16384
  union all select 'policy', count(*), sum(xmin::text::int8) from pg_catalog.pg_policy
  union all select 'type', count(*), sum(xmin::text::int8) from pg_catalog.pg_type where oid >= 16384
  union all select 'enum', count(*), sum(xmin::text::int8) from pg_catalog.pg_enum
  union all select 'range', count(*), sum(xmin::text::int8) from pg_catalog.pg_range where rngtypid >= 16384
  union all select 'function', count(*), sum(xmin::text::int8) from pg_catalog.pg_proc where oid >= 16384
  union all select 'schema', count(*), sum(xmin::text::int8) from pg_catalog.pg_namespace
   where nspname !~ '^pg_' and nspname <> 'information_schema'
  union all select 'extension', count(*), sum(xmin::text::int8) from pg_catalog.pg_extension
  union all select 'comment', count(*), sum(xmin::text::int8) from pg_catalog.pg_description
   where objoid >= 16384 or classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
  union all select 'label', count(*), sum(xmin::text::int8) from pg_catalog.pg_seclabel
  union all select 'parameter privilege', count(*), sum(xmin::text::int8) from pg_catalog.pg_parameter_acl -- since 15
  union all select 'large object', count(*), 0 from (select from pg_catalog.pg_largeobject_metadata limit 1) one
  union all select 'tablespace', count(*), sum(xmin::text::int8) from pg_catalog.pg_tablespace
  union all select 'default privilege', count(*), sum(xmin::text::int8) from pg_catalog.pg_default_acl
  union all select 'language', count(*), sum(xmin::text::int8) from pg_catalog.pg_language
  union all select 'access method', count(*), sum(xmin::text::int8) from pg_catalog.pg_am where oid >= 16384
  union all select 'cast', count(*), sum(xmin::text::int8) from pg_catalog.pg_cast where oid >= 16384
  union all select 'operator', count(*), sum(xmin::text::int8) from pg_catalog.pg_operator where oid >= 16384
  union all select 'operator class', count(*), sum(xmin::text::int8) from pg_catalog.pg_opclass where oid >= 16384
  union all select 'operator family', count(*), sum(xmin::text::int8) from pg_catalog.pg_opfamily where oid >= 16384
  union all select 'family operator', count(*), sum(xmin::text::int8) from pg_catalog.pg_amop where oid >= 16384
  union all select 'family function', count(*), sum(xmin::text::int8) from pg_catalog.pg_amproc where oid >= 16384
  union all select 'collation', count(*), sum(xmin::text::int8) from pg_catalog.pg_collation where oid >= 16384
  union all select 'conversion', count(*), sum(xmin::text::int8) from pg_catalog.pg_conversion where oid >= 16384
  union all select 'transform', count(*), sum(xmin::text::int8) from pg_catalog.pg_transform
  union all select 'statistics', count(*), sum(xmin::text::int8) from pg_catalog.pg_statistic_ext
  union all select 'text search', count(*), sum(xmin::text::int8) from pg_catalog.pg_ts_config where oid >= 16384
  union all select 'text search map', count(*), sum(xmin::text::int8) from pg_catalog.pg_ts_config_map where mapcfg >= 16384
  union all select 'text search dictionary', count(*), sum(xmin::text::int8) from pg_catalog.pg_ts_dict where oid >= 16384
  union all select 'text search parser', count(*), sum(xmin::text::int8) from pg_catalog.pg_ts_parser where oid >= 16384
  union all select 'text search template', count(*), sum(xmin::text::int8) from pg_catalog.pg_ts_template where oid >= 16384
  union all select 'foreign data wrapper', count(*), sum(xmin::text::int8) from pg_catalog.pg_foreign_data_wrapper
  union all select 'foreign server', count(*), sum(xmin::text::int8) from pg_catalog.pg_foreign_server
  union all select 'event trigger', count(*), sum(xmin::text::int8) from pg_catalog.pg_event_trigger
  union all select 'publication', count(*), sum(xmin::text::int8) from pg_catalog.pg_publication
  union all select 'publication table', count(*), sum(xmin::text::int8) from pg_catalog.pg_publication_rel
  union all select 'publication schema', count(*), sum(xmin::text::int8) from pg_catalog.pg_publication_namespace -- since 15
  union all select 'member', count(*), sum(xmin::text::int8) from pg_catalog.pg_auth_members
  union all select 'setting', count(*), sum(xmin::text::int8) from pg_catalog.pg_db_role_setting
  union all select 'shared comment', count(*), sum(xmin::text::int8) from pg_catalog.pg_shdescription
  union all select 'database', count(*), sum(xmin::text::int8) from pg_catalog.pg_database where datname = current_database()
  union all select 'role', count(*), sum(hashtext(r::text)) from pg_catalog.pg_roles r
  union all select 'user mapping', count(*), sum(hashtext(u::text)) from pg_catalog.pg_user_mappings u
  union all select 'subscription', count(*),
                   sum(hashtext(row(subname, subowner, subenabled, subslotname, subpublications)::text))
    from pg_catalog.pg_subscription where subdbid = (select oid from pg_catalog.pg_database where datname = current_database())
) catalogs

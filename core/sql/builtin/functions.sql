-- What functions.txt is made with, on the newest server at hand: psql -XAt -F '|' -f functions.sql. Left out is what
-- is only called by the server itself. A name or a signature that is missing is not offered, nothing worse.
select distinct p.proname, p.prokind::text,
       replace(replace(pg_get_function_arguments(p.oid), ' with time zone', 'tz'), ' without time zone', ''),
       case when p.proretset then '*' else '' end
           || replace(replace(format_type(p.prorettype, null), ' with time zone', 'tz'), ' without time zone', '')
from pg_proc p
where p.pronamespace = 'pg_catalog'::regnamespace
  and not exists (select from pg_operator o where p.oid in (o.oprcode::oid, o.oprrest::oid, o.oprjoin::oid))
  and not exists (select from pg_aggregate a
                  where p.oid in (a.aggtransfn::oid, a.aggfinalfn::oid, a.aggcombinefn::oid, a.aggserialfn::oid,
                                  a.aggdeserialfn::oid, a.aggmtransfn::oid, a.aggminvtransfn::oid, a.aggmfinalfn::oid))
  and not exists (select from pg_amproc a where a.amproc::oid = p.oid)
  and not exists (select from pg_type t
                  where p.oid in (t.typinput::oid, t.typoutput::oid, t.typreceive::oid, t.typsend::oid, t.typmodin::oid,
                                  t.typmodout::oid, t.typanalyze::oid, t.typsubscript::oid))
  and not exists (select from pg_conversion c where c.conproc::oid = p.oid)
  and not exists (select from pg_range r where p.oid in (r.rngcanonical::oid, r.rngsubdiff::oid))
  and not exists (select from pg_proc s where s.prosupport::oid = p.oid)
  and p.prorettype not in ('internal'::regtype, 'index_am_handler'::regtype, 'table_am_handler'::regtype,
                           'language_handler'::regtype, 'trigger'::regtype, 'event_trigger'::regtype,
                           'fdw_handler'::regtype, 'tsm_handler'::regtype, 'cstring'::regtype)
  and not 'internal'::regtype = any (p.proargtypes)
  and not 'cstring'::regtype = any (p.proargtypes)
  and p.proname !~ '^(binary_upgrade|pg_stat_get_|dsnowball|dispell|dsimple|thesaurus|prsd|pg_extension_config)'
  and p.proname !~ '^(ts_match|ts_typana|amvalidate|range_adj|range_merge_sup|RI_|plpgsql_|be_lo|fmgr_|brin_)'
  and p.proname !~ '(_support|_validator|_accum|_combine)$'
  and p.proname !~ '(_like_escape|_to_xml_and_xmlschema|_is_visible|numeric_|pg_read_file_old|pg_rotate_logfile_old)'
  and p.proname not in ('cash_words', 'currtid2', 'dexp', 'dlog1', 'dlog10', 'dround', 'dsqrt', 'enum_send', 'every',
                        'getpgusername', 'int4inc', 'int8_sum', 'int8inc', 'nameconcatoid', 'notlike', 'textlen',
                        'bpchar', 'name', 'text', 'timestamp', 'timestamptz', 'interval', 'numeric', 'varchar', 'bytea')
order by 1, 3

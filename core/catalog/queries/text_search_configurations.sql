-- Text search configurations and which dictionaries they ask for each type of token.
select c.oid,
       c.cfgname, c.cfgnamespace, c.cfgowner, d.description, null, null,
       null, format('TEXT SEARCH CONFIGURATION %I.%I', n.nspname, c.cfgname),
       array[format('CREATE TEXT SEARCH CONFIGURATION %I.%I (PARSER = %I.%I)', n.nspname, c.cfgname,
                    pn.nspname, p.prsname)]
       || array(select format('ALTER TEXT SEARCH CONFIGURATION %I.%I ADD MAPPING FOR %I WITH %s',
                              n.nspname, c.cfgname, k.alias,
                              string_agg(format('%I.%I', dn.nspname, t.dictname), ', ' order by m.mapseqno))
                from pg_catalog.pg_ts_config_map m
                join pg_catalog.pg_ts_dict t on t.oid = m.mapdict
                join pg_catalog.pg_namespace dn on dn.oid = t.dictnamespace
                join ts_token_type(c.cfgparser) k on k.tokid = m.maptokentype
                where m.mapcfg = c.oid
                group by k.tokid, k.alias
                order by k.tokid)
from pg_catalog.pg_ts_config c
join pg_catalog.pg_namespace n on n.oid = c.cfgnamespace
join pg_catalog.pg_ts_parser p on p.oid = c.cfgparser
join pg_catalog.pg_namespace pn on pn.oid = p.prsnamespace
left join pg_catalog.pg_description d
       on d.objoid = c.oid and d.classoid = 'pg_catalog.pg_ts_config'::pg_catalog.regclass
where c.oid >= 16384

-- User mappings through the view that everyone may read: it hides the options of others' mappings, which then are
-- unknown, not absent. Values of options that sound like secrets are not even asked for.
select m.umid,
       m.usename, 0, 0, null, null, null,
       m.srvname, null,
       array[format('CREATE USER MAPPING FOR %s SERVER %I%s',
                    case when m.umuser = 0 then 'PUBLIC' else quote_ident(m.usename) end, m.srvname,
                    (select ' OPTIONS ('
                            || string_agg(format('%I %L', option_name,
                                   case when option_name ~* '(pass(word|wd|phrase)?|pwd|secret|token|credentials?|key)$'
                                            and option_name !~* 'sslkey$'
                                        then '(hidden)' else option_value end), ', ' order by n) || ')'
                     from pg_options_to_table(m.umoptions) with ordinality o (option_name, option_value, n)))],
       m.umoptions is null and current_setting('is_superuser') <> 'on'
           and not case when m.umuser = 0 then pg_has_role(s.srvowner, 'USAGE')
                       else m.usename = current_user and (pg_has_role(s.srvowner, 'USAGE')
                                                          or has_server_privilege(m.srvid, 'USAGE')) end
from pg_catalog.pg_user_mappings m
join pg_catalog.pg_foreign_server s on s.oid = m.srvid

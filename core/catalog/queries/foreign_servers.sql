-- Foreign servers. Values of options that sound like secrets are not even asked for.
select s.oid,
       s.srvname, 0, s.srvowner, d.description, s.srvacl,
       case when s.srvacl is not null then acldefault('S', s.srvowner) end,
       null, format('SERVER %I', s.srvname),
       array[format('CREATE SERVER %I%s%s FOREIGN DATA WRAPPER %I%s', s.srvname,
                    ' TYPE ' || quote_literal(s.srvtype), ' VERSION ' || quote_literal(s.srvversion), w.fdwname,
                    (select ' OPTIONS ('
                            || string_agg(format('%I %L', option_name,
                                   case when option_name ~* '(pass(word|wd|phrase)?|pwd|secret|token|credentials?|key)$'
                                            and option_name !~* 'sslkey$'
                                        then '(hidden)' else option_value end), ', ' order by n) || ')'
                     from pg_options_to_table(s.srvoptions) with ordinality o (option_name, option_value, n)))]
from pg_catalog.pg_foreign_server s
join pg_catalog.pg_foreign_data_wrapper w on w.oid = s.srvfdw
left join pg_catalog.pg_description d
       on d.objoid = s.oid and d.classoid = 'pg_catalog.pg_foreign_server'::pg_catalog.regclass

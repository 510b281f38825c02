-- Foreign data wrappers. Values of options that sound like secrets are not even asked for.
select w.oid,
       w.fdwname, 0, w.fdwowner, d.description, w.fdwacl,
       case when w.fdwacl is not null then acldefault('F', w.fdwowner) end,
       null, format('FOREIGN DATA WRAPPER %I', w.fdwname),
       array[format('CREATE FOREIGN DATA WRAPPER %I%s%s%s', w.fdwname,
                    ' HANDLER ' || nullif(w.fdwhandler, 0)::regproc,
                    ' VALIDATOR ' || nullif(w.fdwvalidator, 0)::regproc,
                    (select ' OPTIONS ('
                            || string_agg(format('%I %L', option_name,
                                   case when option_name ~* '(pass(word|wd|phrase)?|pwd|secret|token|credentials?|key)$'
                                            and option_name !~* 'sslkey$'
                                        then '(hidden)' else option_value end), ', ' order by n) || ')'
                     from pg_options_to_table(w.fdwoptions) with ordinality o (option_name, option_value, n)))]
from pg_catalog.pg_foreign_data_wrapper w
left join pg_catalog.pg_description d
       on d.objoid = w.oid and d.classoid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass
where w.oid >= 16384

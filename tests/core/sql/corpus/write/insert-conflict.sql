create table t (a int primary key, b text);
insert into t as x (a, b) values (1, 'a') on conflict (a) where a > 0 do update set b = excluded.b, a = x.a where x.b is distinct from excluded.b returning a, b as new;
insert into t values (1, 'a') on conflict on constraint t_pkey do nothing;
insert into t values (1, 'a') on conflict do nothing;

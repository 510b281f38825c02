create table t (a int primary key, b text);
merge into t using (values (1, 'x'), (2, 'y')) as s(a, b) on t.a = s.a when matched and t.b <> s.b then update set b = s.b when matched then delete when not matched and s.a > 1 then insert (a, b) values (s.a, s.b) when not matched then do nothing;

create table t (a int, b text);
merge into t using (select 1 as a) s on t.a = s.a when matched then update set b = case when s.a = 1 then 'one' when s.a = 2 then 'two' else 'many of them, and more' end;

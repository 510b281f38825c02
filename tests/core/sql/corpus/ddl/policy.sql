create table t (a int, owner name);
create policy p on t as restrictive for select to public using (owner = current_user and a > 0); create policy q on t for insert with check (a is not null); alter policy p on t using (true); drop policy p on t;

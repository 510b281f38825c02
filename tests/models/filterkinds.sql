-- One column of every kind that filters tell apart, and rows that tell their operators apart.
create type mood as enum ('sad', 'so so', 'it''s fine');
create type span as range (subtype = float8);
create domain tags as text[];
create table kinds (id int primary key, n numeric(6,2), t varchar(8), c character(5), bits bit(3), flag boolean,
  e mood, at timestamptz(0), day date, uid uuid, js json, jb jsonb, arr text[], nums int[], dom tags, r int4range,
  d daterange, own span, m int4multirange, ts tsvector, p point, x xml, b bytea, ip inet);
insert into kinds values
 (1, 1.00, 'one', 'ab', B'101', true, 'sad', '2026-01-01 10:00+00', '2026-01-01', '00000000-0000-0000-0000-000000000001',
  '{"a": 1}', '{"a": 1, "ok": true}', '{a,b}', '{1,2}', '{x}', '[1,5)', '[2026-01-01,2026-02-01)', '[0.5,1.5]',
  '{[1,3),[7,9)}', to_tsvector('english', 'running fast'), '(1,2)', '<a/>', '\x0102', '10.0.0.1'),
 (2, 2.50, '50%_\', 'abc', B'010', false, 'so so', '2026-06-01 10:00+00', '2026-06-01', '00000000-0000-0000-0000-000000000002',
  '{"a": 2}', '{"a": 2, "ok": false}', '{b,"c,d"}', '{3}', '{y,"z\"q"}', '[5,9)', '[2026-02-01,2026-03-01)', '[1.5,9]',
  '{[20,30)}', to_tsvector('english', 'slow walk'), '(3,4)', '<b/>', '\x03', '10.0.0.2'),
 (3, -3.33, 'ONE %', 'abcde', B'111', null, 'it''s fine', '2026-12-31 23:59+00', '2026-12-31', '00000000-0000-0000-0000-0000000000ff',
  '[1]', '[1, {"a": null}]', '{}', null, null, 'empty', null, null, null, null, null, null, null, null);
insert into kinds (id) values (4);

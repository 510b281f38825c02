-- Rows to browse. psql variables: -v events=10000000 -v wide=1000000
\if :{?events} \else \set events 10000000 \endif
\if :{?wide} \else \set wide 1000000 \endif
\set ON_ERROR_STOP on
set client_min_messages = warning;

-- events: a row of about 330 bytes, ten types, NULLs in five columns.
create type event_kind as enum ('view','click','purchase','refund','signup','login','logout','error');
create table events (
  id bigint not null, uid uuid not null, at timestamptz not null, kind event_kind not null,
  title text not null, payload jsonb, amount numeric(14,4), ok boolean, tags text[], digest bytea);
insert into events
select g,
  md5(g::text)::uuid,
  timestamptz '2020-01-01 00:00:00+00' + g * interval '15.25 seconds',
  (enum_range(null::event_kind))[1 + g % 8],
  case when g % 50 = 0 then 'Zażółć gęślą jaźń – 日本語 "quoted", line ' || g || E'\nsecond' else 'Event number ' || g || ' of the benchmark' end,
  case when g % 10 = 0 then null else jsonb_build_object('n', g, 'user', 'u' || g % 9973, 'path', '/p/' || g % 977, 'flags', jsonb_build_array(g % 2 = 0, g % 7)) end,
  case when g % 11 = 0 then null else (g::bigint * 7919 % 100000000)::numeric / 10000 end,
  case when g % 3 = 0 then null else g % 2 = 0 end,
  case when g % 4 = 0 then null else array['t' || g % 13, 'tag ' || g % 101] end,
  case when g % 5 = 0 then null else decode(md5((g + 1)::text), 'hex') end
from generate_series(1, :events) g;
alter table events add primary key (id);
create index events_at_idx on events (at);

-- wide: 60 columns, integers, short texts and doubles in turn.
select 'create table wide (id int primary key, ' ||
  string_agg(format('i%1$s int, t%1$s text, f%1$s double precision', g), ', ' order by g) || ', i20 int, t20 text)'
from generate_series(1, 19) g \gexec
select format('insert into wide select g, %s, g * 20, ''t'' || g from generate_series(1, %s) g',
  string_agg(format('g * %1$s, ''w%1$s-'' || g %% 1000, g * %1$s / 7.0', x), ', ' order by x), :wide)
from generate_series(1, 19) x \gexec

vacuum (analyze) events;
vacuum (analyze) wide;

-- The demo's rows: about 200,000, the same on every server and at every loading.
-- Chance is a hash (the one hash partitions rely on, so it stays), today is 21 November 2026.
-- Expects the migrated, empty tables.

set time zone 'UTC';

-- 0 to size - 1: equal arguments give equal numbers, neighbours look unrelated.
create function pg_temp.pick(n bigint, salt integer, size integer) returns integer
language sql immutable as
'select ((hashint8extended(n, salt) & 281474976710655) % size)::integer';

create function pg_temp.one_of(choices text[], n bigint, salt integer) returns text
language sql immutable as
'select choices[1 + pg_temp.pick(n, salt, cardinality(choices))]';

create function pg_temp.uid(kind text, n bigint) returns uuid
language sql immutable as
'select overlay(overlay(md5(kind || n) placing ''4'' from 13) placing ''a'' from 17)::uuid';

create function pg_temp.user_id(n bigint) returns text
language sql immutable as
'select ''usr_'' || left(md5(''user'' || n), 12)';

-- Users 1 to 24 are coaches; the athlete of plan p is one of the others, and no other plan's.
create function pg_temp.athlete_id(plan bigint) returns text
language sql immutable as
'select pg_temp.user_id(25 + plan * 7 % 1170)';

-- Every 433rd workout was deleted long ago: the k-th that is left has this id.
create function pg_temp.workout_id(k bigint) returns bigint
language sql immutable as
'select k + (k - 1) / 432';

-- ── People ──────────────────────────────────────────────────────────────────────────────────────

-- Written plain/as shown where the two differ.
with names (culture, firsts, lasts, zone) as (
    values
    (0, array['Emma', 'Oliver', 'Grace', 'Harry', 'Ruby', 'Alfie', 'Isla', 'Callum', 'Freya', 'Ewan', 'Poppy', 'Rhys'],
        array['Walker', 'Hughes', 'Turner', 'Bennett', 'Murray', 'Fraser', 'O''Brien', 'Sinclair', 'Palmer', 'Reid', 'Lloyd', 'Hartley'], 'Europe/London'),
    (1, array['Lena', 'Jonas', 'Jurgen/Jürgen', 'Anna', 'Felix', 'Soren/Sören', 'Klara', 'Moritz', 'Greta', 'Kathe/Käthe', 'Till', 'Bjorn/Björn'],
        array['Muller/Müller', 'Weiss/Weiß', 'Schafer/Schäfer', 'Becker', 'Konig/König', 'Hofmann', 'Brandt', 'Gross/Groß', 'Seidel', 'Kramer/Krämer', 'Busch', 'Vogel'], 'Europe/Berlin'),
    (2, array['Chloe/Chloé', 'Hugo', 'Zoe/Zoé', 'Theo/Théo', 'Camille', 'Francois/François', 'Helene/Hélène', 'Mathis', 'Anais/Anaïs', 'Jerome/Jérôme', 'Lucie', 'Noel/Noël'],
        array['Lefevre/Lefèvre', 'Moreau', 'Garnier', 'Beranger/Béranger', 'Dupont', 'Fournier', 'Chevalier', 'Gautier', 'Perrin', 'Masse/Massé', 'Renard', 'Leclerc'], 'Europe/Paris'),
    (3, array['Lucia/Lucía', 'Mateo', 'Inigo/Íñigo', 'Sofia/Sofía', 'Pablo', 'Noa', 'Begona/Begoña', 'Javier', 'Elena', 'Raul/Raúl', 'Carmen', 'Andres/Andrés'],
        array['Garcia/García', 'Munoz/Muñoz', 'Nunez/Núñez', 'Romero', 'Ibanez/Ibáñez', 'Vidal', 'Serrano', 'Molina', 'Castro', 'Pena/Peña', 'Soler', 'Rubio'], 'Europe/Madrid'),
    (4, array['Astrid', 'Lars', 'Asa/Åsa', 'Nils', 'Sigrun/Sigrún', 'Oystein/Øystein', 'Maja', 'Anders', 'Solvei/Sølvei', 'Erik', 'Linnea/Linnéa', 'Jokull/Jökull'],
        array['Lindqvist', 'Nygard/Nygård', 'Soderberg/Söderberg', 'Hansen', 'Bjork/Björk', 'Ostergaard/Østergaard', 'Ek', 'Strand', 'Holm', 'Astrom/Åström', 'Falk', 'Sorensen/Sørensen'], 'Europe/Stockholm'),
    (5, array['Yui/結衣', 'Haruto/陽翔', 'Sakura/さくら', 'Ren/蓮', 'Aoi/葵', 'Sota/颯太', 'Hina/陽菜', 'Yuto/悠斗', 'Mio/美緒', 'Riku/陸', 'Rin/凛', 'Kaito/海斗'],
        array['Sato/佐藤', 'Suzuki/鈴木', 'Takahashi/高橋', 'Tanaka/田中', 'Ito/伊藤', 'Watanabe/渡辺', 'Yamamoto/山本', 'Nakamura/中村', 'Kobayashi/小林', 'Kato/加藤', 'Yoshida/吉田', 'Yamada/山田'], 'Asia/Tokyo'),
    (6, array['Zofia', 'Lukasz/Łukasz', 'Malgorzata/Małgorzata', 'Jakub', 'Agnieszka', 'Stanislaw/Stanisław', 'Ewa', 'Pawel/Paweł', 'Kasia', 'Michal/Michał', 'Hanna', 'Blazej/Błażej'],
        array['Nowak', 'Wojcik/Wójcik', 'Kaczmarek', 'Mazur', 'Krol/Król', 'Wrobel/Wróbel', 'Pawlak', 'Duda', 'Zajac/Zając', 'Wozniak/Woźniak', 'Kubiak', 'Dabek/Dąbek'], 'Europe/Warsaw'),
    (7, array['Priya', 'Arjun', 'Ananya', 'Rohan', 'Meera', 'Vikram', 'Kavya', 'Aditya', 'Nisha', 'Sanjay', 'Leela', 'Kiran'],
        array['Sharma', 'Patel', 'Iyer', 'Reddy', 'Nair', 'Banerjee', 'Kulkarni', 'Mehta', 'Rao', 'Joshi', 'Menon', 'Bhatt'], 'Asia/Kolkata'),
    (8, array['Beatriz', 'Joao/João', 'Ines/Inês', 'Tiago', 'Livia/Lívia', 'Goncalo/Gonçalo', 'Mariana', 'Antonio/Antônio', 'Julia/Júlia', 'Caua/Cauã', 'Rita', 'Davi'],
        array['Silva', 'Araujo/Araújo', 'Goncalves/Gonçalves', 'Ferreira', 'Simoes/Simões', 'Oliveira', 'Rocha', 'Conceicao/Conceição', 'Barros', 'Teixeira', 'Lobo', 'Guimaraes/Guimarães'], 'America/Sao_Paulo'),
    (9, array['Amara', 'Kwame', 'Zainab', 'Tunde', 'Nadia', 'Yusuf', 'Thandi', 'Idris', 'Layla', 'Chidi', 'Salma', 'Kofi'],
        array['Okafor', 'Mensah', 'Diallo', 'Abebe', 'Haddad', 'Nkosi', 'Toure/Touré', 'Osei', 'Farouk', 'Adeyemi', 'Mwangi', 'Balogun'], 'Africa/Lagos')
),
coaches (coach_names) as (
    select array['Mara Ortiz', 'Jon Bell', 'Ines Vogt', 'Sam Lind', 'Aya Mori', 'Leo Costa', 'Nia Roy', 'Kit Dahl', 'Omar Haq', 'Eva Prin', 'Tom Ash', 'Lia Berg']
),
people as (
    select n,
           coalesce(coach_names[n::integer], split_part(first, '/', 1) || ' ' || split_part(last, '/', 1)) as plain,
           coalesce(coach_names[n::integer],
                    case when culture = 5 then split_part(last, '/', 2) || ' ' || split_part(first, '/', 2)
                         else split_part(first, '/', 1 + (first like '%/%')::integer) || ' ' || split_part(last, '/', 1 + (last like '%/%')::integer) end) as shown,
           zone,
           timestamptz '2023-11-21 08:00:00+00' + n * interval '20 hours 37 minutes' as joined
    from generate_series(1, 1200::bigint) n
    cross join coaches
    join names on culture = n % 10
    cross join lateral (select firsts[1 + (n / 10 % 12)::integer] as first, lasts[1 + ((n / 10 + n / 120) % 12)::integer] as last) chosen
)
insert into users (id, email, name, role, email_verified_at, image, avatar, birth_date, weight_kg, time_zone, interests, referred_by_id, created_at, updated_at)
select pg_temp.user_id(n),
       replace(replace(lower(plain), ' ', '.'), '''', '') || '@' || pg_temp.one_of(array['example.com', 'example.org', 'example.net', 'mail.example'], n, 1),
       shown,
       (case when n <= 24 then 'coach' when n > 1198 then 'admin' else 'athlete' end)::user_role,
       case when pg_temp.pick(n, 2, 12) > 0 then joined + interval '9 minutes' end,
       case when pg_temp.pick(n, 3, 3) = 0 then 'https://images.example.com/people/' || left(md5('image' || n), 10) || '.webp' end,
       case when pg_temp.pick(n, 4, 4) = 0 then decode('89504e470d0a1a0a' || md5('avatar' || n) || md5('rest' || n), 'hex') end,
       case when pg_temp.pick(n, 5, 6) > 0 then date '1962-03-01' + pg_temp.pick(n, 6, 16000) end,
       case when pg_temp.pick(n, 7, 5) > 0 then 48 + pg_temp.pick(n, 8, 4200) / 100.0 end,
       zone,
       (array['{}', '{running}', '{running,trails}', '{cycling,"long rides"}', '{swimming}', '{triathlon,sleep,nutrition}', '{mobility,yoga}', '{"course à pied",montagne}'])[1 + pg_temp.pick(n, 9, 8)]::text[],
       case when n > 40 and pg_temp.pick(n, 10, 5) = 0 then pg_temp.user_id(1 + pg_temp.pick(n, 11, (n - 1)::integer)) end,
       joined,
       joined + pg_temp.pick(n, 12, 60) * interval '17 hours'
from people
order by n;

insert into sessions (id, user_id, expires_at, ip_address, user_agent, created_at)
select 'ses_' || md5('session' || n),
       pg_temp.user_id(1 + pg_temp.pick(n, 21, 1200)),
       at + interval '30 days',
       case when n % 9 = 0 then ('2001:db8::' || to_hex(n))::inet when n % 7 > 0 then ('203.0.113.' || n % 254 + 1)::inet end,
       pg_temp.one_of(array['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15', 'Coaching/4.2 (Android 16)', null], n, 22),
       at
from generate_series(1, 600::bigint) n
cross join lateral (select timestamptz '2026-11-21 11:40:00+00' - n * interval '67 minutes' as at) moment;

insert into accounts (provider, provider_account_id, user_id, scopes, access_token, refresh_token, expires_at)
select provider, (104000000000 + n * 7919031)::text, pg_temp.user_id(n),
       case provider when 'google' then array['openid', 'email', 'profile'] when 'strava' then array['read', 'activity:read'] end,
       'at_' || md5('access' || n), case when n % 3 > 0 then 'rt_' || md5('refresh' || n) end,
       timestamptz '2026-11-21 12:00:00+00' + (pg_temp.pick(n, 23, 720) - 360) * interval '1 hour'
from generate_series(1, 900::bigint) n
cross join lateral (select pg_temp.one_of(array['google', 'google', 'apple', 'strava'], n, 24) as provider) chosen;

insert into verification_tokens (identifier, token, expires_at)
select email, md5('token' || id), timestamptz '2026-11-21 12:00:00+00' + interval '5 minutes' * row_number() over (order by id)
from users where email_verified_at is null order by id limit 40;

insert into passkeys (credential_id, user_id, public_key, sign_count, transports, last_used_at)
select decode(md5('credential' || n), 'hex'), pg_temp.user_id(n * 11),
       decode('a5010203262001215820' || md5('x' || n) || md5('y' || n), 'hex'), pg_temp.pick(n, 25, 400),
       case n % 3 when 0 then array['internal', 'hybrid'] when 1 then array['usb', 'nfc'] end,
       case when n % 5 > 0 then timestamptz '2026-11-20 19:00:00+00' - n * interval '31 hours' end
from generate_series(1, 80::bigint) n;

insert into coach_profiles (user_id, headline, bio, languages, certifications, hourly_rate, max_athletes)
select pg_temp.user_id(n),
       pg_temp.one_of(array['Marathon, patiently', 'Triathlon for people with jobs', 'Strength that carries over', 'Trails, mountains, long days out', 'Swim smoother, not harder', 'Comebacks after injury'], n, 26),
       case when n % 5 > 0 then 'Coaching since ' || 1998 + pg_temp.pick(n, 27, 24) || '. ' || pg_temp.one_of(array['I plan backwards from your life, then from the race.', 'Consistency first, heroics never.', 'Ich glaube an lockere Kilometer und guten Schlaf.', 'Lo importante es disfrutar del camino.', '続けることが力になる。'], n, 28) end,
       (array['{en,es}', '{en}', '{de,en,fr}', '{sv,en}', '{ja,en}', '{pt,es}'])[1 + (n - 1) % 6]::char(2)[],
       case when n % 4 = 0 then '[]' else jsonb_build_array(jsonb_build_object('name', 'Endurance coach, level ' || 1 + n % 3, 'issuer', pg_temp.one_of(array['World Athletics', 'DOSB', 'British Triathlon'], n, 29), 'year', 2004 + pg_temp.pick(n, 30, 20))) end,
       case when n % 6 > 0 then 45 + pg_temp.pick(n, 31, 18) * 5 end,
       12 + pg_temp.pick(n, 32, 20)
from generate_series(1, 24::bigint) n;

insert into teams (id, slug, name, color, parent_id, founded_on, created_at)
select pg_temp.uid('team', n), slug, name, color, case when parent > 0 then pg_temp.uid('team', parent) end, founded::date, timestamptz '2023-11-22 10:00:00+00' + n * interval '3 days'
from (values
    (1, 'harbour-runners', 'Harbour Runners', '#2F6FEB', 0, '1987-04-12'),
    (2, 'velo-zuri', 'Vélo Züri', '#C62A2F', 0, '1994-09-01'),
    (3, 'asakusa-tri', '浅草トライアスロン', '#7A3EC2', 0, '2009-06-30'),
    (4, 'club-atletico-norte', 'Club Atlético Norte', '#18794E', 0, null),
    (5, 'harbour-mornings', 'Harbour mornings', '#6AA1FF', 1, '2015-01-05'),
    (6, 'harbour-track', 'Harbour track night', '#1B1F27', 1, '2018-05-14'),
    (7, 'velo-zuri-women', 'Vélo Züri Frauen', '#FF8A8E', 2, '2003-03-08'),
    (8, 'velo-zuri-gravel', 'Vélo Züri gravel', '#9A5B00', 2, null),
    (9, 'asakusa-masters', '浅草マスターズ', '#C9A2FF', 3, '2014-10-10'),
    (10, 'norte-cantera', 'Norte, la cantera', '#5BD39A', 4, '2011-09-15'),
    (11, 'norte-trail', 'Norte trail', '#15382A', 4, '2020-02-29')
) as t (n, slug, name, color, parent, founded);

insert into team_members (team_id, user_id, role, joined_on)
select pg_temp.uid('team', 1 + pg_temp.pick(n, 33, 11)), pg_temp.user_id(n * 2),
       (case when n <= 12 then 'staff' when n % 29 = 0 then 'captain' else 'member' end)::team_role,
       date '2023-12-01' + pg_temp.pick(n, 34, 1080)
from generate_series(1, 520::bigint) n;

-- ── Plans ───────────────────────────────────────────────────────────────────────────────────────
-- Three seasons: plans 1 to 113, 114 to 226, 227 to 340. Each season begins on a Monday.

insert into training_plans (id, title, coach_id, athlete_id, status, starts_on, ends_on, goal, weekly_hours, zone_limits, settings, created_at, updated_at, archived_at)
select pg_temp.uid('plan', p),
       pg_temp.one_of(array['Marathon base', 'Half marathon, sub 1:40', '10 km in spring', 'Ötztaler build', 'First triathlon', 'Couch to 5 km', 'Zürich Marathon', '100 km ultra', 'Open water season', 'Winter base', 'Back after injury', 'Track: 1500 m', 'L''Étape du Tour', '東京マラソン', 'Berlin, sub 3'], p, 41),
       pg_temp.user_id(1 + pg_temp.pick(p, 42, 12 + 12 * (p % 2)::integer)),
       pg_temp.athlete_id(p),
       status::plan_status,
       starts,
       case when season < 2 or pg_temp.pick(p, 43, 8) > 0 then date '2023-12-04' + (season + 1) * 364 + 20 - pg_temp.pick(p, 44, 15) end,
       pg_temp.one_of(array['Finish smiling', 'Sub 3:30 without falling apart', 'Run with my daughter in June', 'Einmal ohne Gehpause durchlaufen', 'Retrouver le plaisir de courir', 'サブ4', 'Stay healthy', null, null], p, 45),
       case when pg_temp.pick(p, 46, 10) > 0 then 3 + pg_temp.pick(p, 47, 24) * 0.5 end,
       case when pg_temp.pick(p, 48, 4) > 0 then array[118, 137, 153, 168] || array[]::integer[] end,
       case pg_temp.pick(p, 49, 5)
           when 0 then jsonb_build_object('restDays', jsonb_build_array(1, 5))
           when 1 then jsonb_build_object('restDays', jsonb_build_array(5), 'units', 'imperial')
           when 2 then jsonb_build_object('restDays', jsonb_build_array(1), 'units', 'metric', 'notify', jsonb_build_object('email', true, 'push', p % 2 = 0))
           when 3 then jsonb_build_object('restDays', '[]'::jsonb, 'notify', jsonb_build_object('push', false))
           else jsonb_build_object('restDays', jsonb_build_array(1)) end,
       starts - interval '6 days' + pg_temp.pick(p, 50, 4000) * interval '1 minute',
       coalesce(archived, starts + pg_temp.pick(p, 51, 80) * interval '31 hours'),
       archived
from generate_series(1, 340::bigint) p
cross join lateral (select least((p - 1) / 113, 2)::integer as season) s
cross join lateral (
    select date '2023-12-04' + season * 364 - pg_temp.pick(p, 52, 21) as starts,
           case when p in (7, 58, 101) then 'archived' when season < 2 then 'done' when p > 336 then 'draft'
                when pg_temp.pick(p, 53, 12) = 0 then 'paused' else 'active' end as status,
           case when p in (7, 58, 101) then timestamptz '2026-06-19 07:30:00+00' + p * interval '1 minute' end as archived
) chosen;

insert into plan_phases (training_plan_id, position, name, focus, weeks, load)
select pg_temp.uid('plan', p), position, name, (case when p % 5 = 0 then 'ride' when p % 11 = 0 then 'swim' else 'run' end)::sport, weeks, load
from generate_series(1, 340::bigint) p
cross join (values (1, 'Base', 20, 0.80), (2, 'Build', 16, 1.00), (3, 'Peak', 10, 1.15), (4, 'Taper', 3, 0.60)) as phase (position, name, weeks, load)
where position < 4 or p % 7 > 0;

insert into coach_notes (coach_id, athlete_id, body, created_at)
select coach_id, athlete_id,
       pg_temp.one_of(array['Left calf again. Ask before adding hills.', 'Sleeps badly before races: shorter taper worked.', 'Very honest with effort scores, trust them.', 'Prefers to hear the why first.', 'Skips strength unless it is on Tuesday.', 'Nächstes Mal Laktattest vor dem Trainingslager.', 'Está lista para más volumen.'], n, 54),
       timestamptz '2026-11-18 16:00:00+00' - n * interval '41 hours'
from (select row_number() over (order by id) as n, coach_id, athlete_id from training_plans where status in ('active', 'paused')) as current_plans
order by n;

-- ── Workouts ────────────────────────────────────────────────────────────────────────────────────

insert into products (id, name, sku, price, stock, sizes, attributes, discontinued, created_at)
select n, maker || ' ' || kind || ', ' || colour,
       upper(left(kind, 3)) || '-' || lpad(n::text, 4, '0'),
       base + pg_temp.pick(n / 4, 61, 12) * base / 20 - 0.10,
       case when n % 13 = 0 then 0 else pg_temp.pick(n, 62, 240) end,
       sizes::text[],
       jsonb_build_object('colour', colour) || attributes::jsonb || case when n % 9 = 0 then jsonb_build_object('recycled', true) else '{}' end,
       n % 17 = 0,
       timestamptz '2024-09-02 12:00:00+00' + n * interval '33 hours'
from generate_series(1, 560) n
cross join lateral (select (array['Föhn', 'Kestrel', 'Brisa', 'Nordlys', 'Tempest', 'Mistral', 'Harrier', '風', 'Bora', 'Élan'])[1 + n / 4 % 10] as maker,
                           (array['black', 'sky', 'coral', 'moss'])[1 + n % 4] as colour) chosen
join (values
    (0, 'road shoe', 140.00, '{38,39,40,41,42,43,44,45}', '{"drop_mm": 8, "weight_g": 248}'),
    (1, 'trail shoe', 155.00, '{38,39,40,41,42,43,44,45}', '{"drop_mm": 5, "lugs_mm": 4.5}'),
    (2, 'racing shoe', 230.00, '{38,40,42,44}', '{"drop_mm": 6, "plate": "carbon"}'),
    (3, 'singlet', 42.00, '{XS,S,M,L,XL}', '{"material": "polyester"}'),
    (4, 'shorts', 48.00, '{XS,S,M,L,XL}', '{"pockets": 3, "inseam_cm": 13}'),
    (5, 'rain jacket', 165.00, '{XS,S,M,L,XL}', '{"waterproof": true, "column_mm": 10000}'),
    (6, 'bib tights', 120.00, '{S,M,L}', '{"pad": "gel", "season": ["spring", "autumn"]}'),
    (7, 'GPS watch', 320.00, null, '{"battery_h": 40, "maps": true}'),
    (8, 'chest strap', 70.00, null, '{"battery": "CR2032"}'),
    (9, 'goggles', 26.00, null, '{"lens": "smoke", "uv": 400}'),
    (10, 'paddles', 19.00, '{S,M,L}', '{"pair": true}'),
    (11, 'foam roller', 32.00, null, '{"length_cm": 45, "firmness": "hard"}'),
    (12, 'oat bar, box of 12', 24.00, null, '{"kcal": 212, "allergens": ["gluten", "nuts"]}'),
    (13, 'gift card', 50.00, null, '{"digital": true, "valid_years": null}')
) as kinds (number, kind, base, sizes, attributes) on number = n / 40 % 14;
alter sequence products_id_seq restart with 561;

-- Shoes for every plan's athlete of the current season, a bicycle for some.
insert into gear (id, owner_id, product_id, name, bought_on, retired_on)
select pg_temp.uid('gear', g), pg_temp.athlete_id(p),
       case when g <= 340 and pg_temp.pick(g, 63, 4) > 0 then 1 + pg_temp.pick(g, 64, 120) end,
       case when g <= 340 then pg_temp.one_of(array['Daily trainers', 'Blue ones', 'Race day', 'Trail pair', 'Old faithful', 'Die Schnellen'], g, 65)
            else pg_temp.one_of(array['Road bike', 'Gravel bike', 'Le vélo rouge', 'Commuter', 'TT bike'], g, 65) end,
       case when g % 10 > 0 then date '2025-06-01' + pg_temp.pick(g, 66, 180) end,
       case when g % 23 = 0 then date '2026-07-15' + pg_temp.pick(g, 67, 90) end
from generate_series(227, 400::bigint) g
cross join lateral (select case when g <= 340 then g else g - 114 end as p) owner;

with slots as (
    select pg_temp.workout_id(k) as id,
           least((k - 1) * 1112 / 100000 / 364, 2) as season,
           date '2023-12-04' + ((k - 1) * 1112 / 100000)::integer + (330 + (k - 1) * 1112 % 100000 * 62 / 100000 * 15) * interval '1 minute' as at,
           pg_temp.pick(k, 71, 100) as kind
    from generate_series(1, 100000::bigint) k
),
sessions as (
    select id, at,
           season * 113 + 1 + pg_temp.pick(id, 72, case season when 2 then 110 else 113 end) as plan,
           case when kind < 58 then 'run' when kind < 77 then 'ride' when kind < 87 then 'swim' when kind < 96 then 'strength' else 'mobility' end as sport,
           case when at > timestamp '2026-11-21 12:00:00' then 'planned' when pg_temp.pick(id, 73, 100) < 7 then 'skipped'
                when at > timestamp '2026-10-20' and pg_temp.pick(id, 73, 100) < 11 then 'planned' else 'done' end as status
    from slots
),
measured as (
    select *,
           case when pg_temp.pick(id, 74, 50) = 0 then null
                when sport = 'run' then case when pg_temp.pick(id, 75, 400) = 0 then 42195 when pg_temp.pick(id, 75, 400) < 4 then 21098
                    else 2000 + 100 * (pg_temp.pick(id, 76, 60) + pg_temp.pick(id, 77, 60) + pg_temp.pick(id, 78, 60)) end
                when sport = 'ride' then 12000 + 500 * (pg_temp.pick(id, 76, 90) + pg_temp.pick(id, 77, 90))
                when sport = 'swim' then 800 + 100 * (pg_temp.pick(id, 76, 14) + pg_temp.pick(id, 77, 14)) end as distance_m,
           case sport when 'run' then 262 + pg_temp.pick(id, 79, 80) + pg_temp.pick(plan, 79, 80) when 'ride' then 105 + pg_temp.pick(id, 79, 50)
                      when 'swim' then 1080 + pg_temp.pick(id, 79, 500) end as pace
    from sessions
)
insert into workouts (id, title, training_plan_id, starts_at, distance_m, status, meta, athlete_id, sport, duration_s, effort, heart_rates, notes, created_at, gear_id)
select id,
       case sport
           when 'run' then pg_temp.one_of(array['Long run', 'Long run, easy', 'Easy run', 'Easy run', 'Easy run', 'Recovery run', 'Tempo', 'Tempo', 'Intervals 6×800', 'Intervals 10×400', 'Hill repeats', 'Fartlek', 'Strides', 'Progression run', 'Parkrun', 'Sortie longue', 'Dauerlauf', '朝ラン'], id, 81)
           when 'ride' then pg_temp.one_of(array['Endurance ride', 'Sweet spot 3×15', 'Café ride', 'Commute', 'VO₂max 5×4', 'Recovery spin', 'Alpenpässe', 'Long ride', 'Brick: bike'], id, 81)
           when 'swim' then pg_temp.one_of(array['Recovery swim', 'Technique', 'CSS 10×100', 'Open water', 'Pull and paddles', 'Kraulen, locker'], id, 81)
           when 'strength' then pg_temp.one_of(array['Strength A', 'Strength B', 'Core and hips', 'Plyometrics', 'Gym, heavy'], id, 81)
           else pg_temp.one_of(array['Mobility', 'Yoga for runners', 'Foam rolling', 'Étirements'], id, 81) end,
       case when id > 98942 and id % 6 = 3 then null else pg_temp.uid('plan', plan) end,
       at,
       distance_m,
       status::workout_status,
       case when status = 'skipped' then jsonb_build_object('reason', pg_temp.one_of(array['ice', 'cold', 'work', 'travel', 'tired', 'grippe', 'child ill'], id, 82))
            when sport = 'mobility' or pg_temp.pick(id, 83, 10) < 4 then null
            when sport = 'swim' then jsonb_build_object('pool', pg_temp.one_of(array['25m', '50m'], id, 84))
            when sport = 'ride' and pg_temp.pick(id, 83, 10) < 7 then jsonb_build_object('route', pg_temp.one_of(array['Seerunde', 'Col du Télégraphe', 'River loop', 'Sa Calobra', '荒川'], id, 84), 'watts', jsonb_build_object('avg', 140 + pg_temp.pick(id, 85, 120), 'max', 420 + pg_temp.pick(id, 86, 500)))
            when sport = 'strength' then jsonb_build_object('equipment', jsonb_build_array('barbell', 'band'))
            when sport = 'run' and pg_temp.pick(id, 83, 10) = 9 then jsonb_build_object('zone', 4, 'intervals', jsonb_build_object('repeats', 4 + pg_temp.pick(id, 84, 8), 'metres', 400 + 200 * pg_temp.pick(id, 85, 5), 'rest_s', 90))
            when pg_temp.pick(id, 83, 10) = 8 then jsonb_build_object('zone', 2, 'weather', jsonb_build_object('temp_c', round(pg_temp.pick(id, 84, 340) / 10.0 - 4, 1), 'wind_kmh', pg_temp.pick(id, 85, 40)))
            else jsonb_build_object('zone', 1 + pg_temp.pick(id, 84, 3)) end,
       pg_temp.athlete_id(plan),
       sport::sport,
       case when status = 'done' then coalesce(distance_m::bigint * pace / 1000, 1500 + 60 * pg_temp.pick(id, 87, 46))::integer end,
       case when status = 'done' and pg_temp.pick(id, 88, 12) > 0 then 1 + least(pg_temp.pick(id, 89, 6) + pg_temp.pick(id, 90, 5), 9) end,
       case when status = 'done' and sport in ('run', 'ride') and pg_temp.pick(id, 91, 5) < 2
            then array[92 + pg_temp.pick(id, 92, 20), 118 + pg_temp.pick(id, 93, 20), 131 + pg_temp.pick(id, 94, 20), 138 + pg_temp.pick(id, 95, 25), 141 + pg_temp.pick(id, 96, 30)]::smallint[] end,
       case when status = 'done' and pg_temp.pick(id, 97, 9) = 0
            then pg_temp.one_of(array['Felt strong the whole way.', 'Legs heavy after yesterday.', 'Headwind home, negative split anyway!', 'Stopped twice for photos 📷', 'Knie zwickt ein wenig.', 'Très chaud, j''ai ralenti.', '雨だったけど楽しかった。', 'New shoes: like them.', E'First half easy.\nSecond half: not.'], id, 98) end,
       least(greatest(at - interval '9 days', timestamp '2023-12-01 18:00:00'), timestamp '2026-11-20 18:00:00'),
       case when sport = 'run' and plan > 226 and pg_temp.pick(id, 99, 3) = 0 then pg_temp.uid('gear', plan)
            when sport = 'ride' and plan between 227 and 286 and pg_temp.pick(id, 99, 2) = 0 then pg_temp.uid('gear', plan + 114) end
from measured
order by id;
alter table workouts alter column id restart with 100232;

insert into workout_splits (workout_id, position, distance_m, elapsed, climb_m)
select id, position, 1000, (280 + pg_temp.pick(id * 8 + position, 101, 90)) * interval '1 second',
       case when pg_temp.pick(id, 102, 3) > 0 then pg_temp.pick(id * 8 + position, 103, 480) / 10.0 end
from (select id from workouts where sport = 'run' and status = 'done' and distance_m >= 5000 order by id desc limit 400) as recent
cross join generate_series(1, 5) position
order by id, position;

insert into exercises (id, name, sport, muscles, instructions)
select n, name, sport::sport, muscles::text[], instructions
from (values
    (1, 'Back squat', 'strength', '{quadriceps,glutes}', 'Bar on the upper back, knees follow the toes.'),
    (2, 'Deadlift', 'strength', '{hamstrings,glutes,back}', 'Push the floor away; the bar stays close.'),
    (3, 'Romanian deadlift', 'strength', '{hamstrings,glutes}', null),
    (4, 'Split squat', 'strength', '{quadriceps,glutes}', 'Rear foot on a bench.'),
    (5, 'Step-up', 'strength', '{quadriceps,glutes}', null),
    (6, 'Calf raise, straight leg', 'strength', '{gastrocnemius}', 'Two seconds up, two down.'),
    (7, 'Calf raise, bent knee', 'strength', '{soleus}', 'Two seconds up, two down.'),
    (8, 'Hip thrust', 'strength', '{glutes}', null),
    (9, 'Bench press', 'strength', '{chest,triceps}', null),
    (10, 'Pull-up', 'strength', '{back,biceps}', 'Full hang at the bottom.'),
    (11, 'Row', 'strength', '{back,biceps}', null),
    (12, 'Overhead press', 'strength', '{shoulders,triceps}', null),
    (13, 'Plank', 'strength', '{core}', 'Reps are breaths.'),
    (14, 'Side plank', 'strength', '{core,"hip abductors"}', null),
    (15, 'Dead bug', 'strength', '{core}', 'Lower back stays on the floor.'),
    (16, 'Pallof press', 'strength', '{core}', null),
    (17, 'Pogo jumps', 'strength', '{calves}', 'Short contact, stiff ankles.'),
    (18, 'Box jump', 'strength', '{quadriceps,calves}', 'Step down, never jump down.'),
    (19, 'Copenhagen plank', 'strength', '{adductors}', null),
    (20, 'Nordic curl', 'strength', '{hamstrings}', null),
    (21, 'Hip airplane', 'mobility', '{glutes,balance}', null),
    (22, 'Couch stretch', 'mobility', '{"hip flexors"}', 'Breathe; one minute each side.'),
    (23, 'World''s greatest stretch', 'mobility', '{hips,"thoracic spine"}', null),
    (24, '90/90 switch', 'mobility', '{hips}', null)
) as list (n, name, sport, muscles, instructions);
alter sequence exercises_id_seq restart with 25;

insert into workout_exercises (workout_id, position, exercise_id, sets, reps, weight_kg)
select id, position, 1 + (pg_temp.pick(id, 104, 20) + (position - 1) * 5) % 20, 2 + pg_temp.pick(id + position, 105, 3), 5 + pg_temp.pick(id + position, 106, 8),
       case when position < 4 then 20 + 2.5 * pg_temp.pick(id + position, 107, 32) end
from (select id from workouts where sport = 'strength' and status = 'done' order by id desc limit 250) as recent
cross join generate_series(1, 4) position
order by id, position;

insert into exercise_sets (workout_id, position, set_number, reps_done, weight_kg)
select workout_id, position, set_number, greatest(reps - pg_temp.pick(workout_id * 16 + position * 4 + set_number, 108, 3), 1), weight_kg
from (select * from workout_exercises order by workout_id desc, position limit 480) as recent
cross join lateral generate_series(1, sets) set_number
order by workout_id, position, set_number;

insert into comments (id, workout_id, author_id, parent_id, body, created_at, edited_at)
overriding system value
select n, w.id,
       case when pg_temp.pick(thread, 111, 40) = 0 then null when n % 3 = 0 then w.athlete_id else pg_temp.user_id(1 + pg_temp.pick(n, 112, 24)) end,
       case when n > thread then thread end,
       pg_temp.one_of(array['Great work!', 'How did the knee feel?', 'Much better today, thanks.', 'Keep the easy days easy.', 'Super, weiter so!', 'Allez ! 💪', 'お疲れさまでした！', 'Let''s move Thursday to Friday then.', 'Pace looks a bit hot for zone 2, was that the wind?', '¡Qué bien! Descansa mañana.', 'I will, promise.', 'New best over 10 km, congratulations.'], n, 113),
       w.starts_at + interval '3 hours' + (n - thread) * interval '26 minutes',
       case when n % 19 = 0 then w.starts_at + interval '7 hours' end
from generate_series(1, 1800::bigint) n
cross join lateral (select n - (n - 1) % 3 * (pg_temp.pick((n - 1) / 3, 114, 3) > 0)::integer as thread) t
join workouts w on w.id = pg_temp.workout_id(91900 + 3 * t.thread)
order by n;
alter table comments alter column id restart with 1801;

-- ── Every day ───────────────────────────────────────────────────────────────────────────────────

insert into task_types (id, key, name, icon, cadence, remind_at, minutes, is_active)
values
    (1, 'sleep', 'Sleep eight hours', '😴', 'daily', '21:30', 480, true),
    (2, 'water', 'Drink two litres', '💧', 'daily', null, 1, true),
    (3, 'steps', '8,000 steps', '👟', 'daily', '17:00', 60, true),
    (4, 'stretch', 'Stretch', '🧘', 'daily', '20:00', 10, true),
    (5, 'weigh-in', 'Weigh in', '⚖️', 'weekly', '07:00', 2, true),
    (6, 'hrv', 'Measure HRV', '❤️', 'daily', '06:30', 3, true),
    (7, 'vegetables', 'Five portions of vegetables', '🥦', 'daily', null, 5, true),
    (8, 'screen-off', 'No screens after ten', '📵', 'weekdays', '22:00', 1, true),
    (9, 'breathing', 'Breathing exercise', null, 'daily', '12:30', 5, true),
    (10, 'diary', 'Training diary', '📓', 'weekdays', '21:00', 5, true),
    (11, 'calves', 'Calf raises', null, 'weekdays', null, 6, true),
    (12, 'cold-shower', 'Cold shower', '🚿', 'daily', null, 3, false);
alter table task_types alter column id restart with 13;

insert into daily_tasks (athlete_id, day, task_type_id, done, done_at, value, note)
select pg_temp.athlete_id(40 + a), day, type, done,
       case when done and pg_temp.pick(seed, 121, 8) > 0 then day + time '06:00' + pg_temp.pick(seed, 122, 960) * interval '1 minute' end,
       case when done then case type when 1 then 380 + pg_temp.pick(seed, 123, 140) when 2 then 1500 + 50 * pg_temp.pick(seed, 123, 30) when 3 then 5200 + pg_temp.pick(seed, 123, 9000) end end,
       case when pg_temp.pick(seed, 124, 60) = 0 then pg_temp.one_of(array['on the train', 'half of it', 'müde', 'with the kids', 'à refaire', 'forgot to log'], seed, 125) end
from generate_series(1, 300::bigint) a
cross join generate_series(0, 69) d
cross join generate_series(0, 3) slot
cross join lateral (select date '2026-09-13' + d as day, ((a + slot * 3) % 12 + 1)::smallint as type, (a * 70 + d) * 4 + slot as seed) chosen
cross join lateral (select day < date '2026-11-21' and pg_temp.pick(seed, 126, 100) < 55 + a % 40 as done) outcome
order by day, a, slot;

insert into measurements (user_id, measured_at, kind, value, unit)
select pg_temp.athlete_id(1 + n % 170), timestamptz '2026-05-04 05:50:00+00' + n * interval '144 minutes' + pg_temp.pick(n, 131, 90) * interval '1 minute', kind,
       case kind when 'weight' then 52 + pg_temp.pick(n % 170, 132, 380) / 10.0 + pg_temp.pick(n, 133, 20) / 10.0 when 'resting_hr' then 41 + pg_temp.pick(n, 133, 22)
                 when 'hrv' then 28 + pg_temp.pick(n, 133, 900) / 10.0 when 'sleep' then 5 + pg_temp.pick(n, 133, 240) / 60.0 else 38 + pg_temp.pick(n, 133, 270) / 10.0 end,
       case kind when 'weight' then 'kg' when 'resting_hr' then 'bpm' when 'hrv' then 'ms' when 'sleep' then 'h' else 'ml/kg/min' end
from generate_series(1, 2000::bigint) n
cross join lateral (select pg_temp.one_of(array['weight', 'weight', 'resting_hr', 'hrv', 'sleep', 'vo2max'], n, 134) as kind) chosen
order by n;

-- ── Posts ───────────────────────────────────────────────────────────────────────────────────────

with drafts as (
    select n,
           case when n % 13 = 0
                then pg_temp.one_of(array['Warum langsam laufen schneller macht', 'Was beim Höhentraining wirklich zählt', 'Petit éloge de la patience', 'Courir l''été : cinq règles simples', '朝ランのすすめ', '初めてのマラソン、最後の一週間', 'La tirada larga, sin prisa', 'Por qué descansar también es entrenar'], n, 141)
                else pg_temp.one_of(array['What I learned from', 'A plain guide to', 'Three myths about', 'Rethinking', 'Notes on', 'The case against', 'How we coach', 'A year of', 'Questions about', 'Getting better at'], n, 141)
                    || ' ' || pg_temp.one_of(array['easy running', 'hill repeats', 'sleep', 'the long run', 'training by heart rate', 'winter base', 'open water', 'race week', 'strength for runners', 'fuelling', 'coming back', 'the taper', 'double days', 'altitude', 'heat', 'cross-training', 'fartlek', 'patience', 'morning runs', 'running with others'], n, 142) end
               || case when n % 11 = 0 then ', ' || 2 + n % 3 || '/4' else '' end as title,
           timestamptz '2023-12-11 09:00:00+00' + n * interval '12 hours' as written,
           pg_temp.pick(n, 143, 6) > 0 as published
    from generate_series(1, 2100::bigint) n
),
sentences (texts) as (
    select array[
        'Most of the gain comes from the boring part, and the boring part is most of the week.',
        'If you can hold a conversation, you are probably going slowly enough.',
        'The first ten minutes tell you nothing; wait for the second ten.',
        'I wrote this down because I keep forgetting it every spring.',
        'Our athletes who slept more than seven hours missed half as many sessions.',
        'Ein lockerer Lauf darf sich locker anfühlen, sonst war er keiner.',
        'On ne gagne rien à courir fatigué trois jours de suite.',
        'ゆっくり走ることも、立派な練習です。',
        'Numbers help, but only if you look at the same ones for months.',
        'Eat before you are hungry, drink before you are thirsty, slow down before you must.',
        'There is no magic session. There is a magic year, and it is made of ordinary ones.',
        'Ask yourself what you would tell a friend, then do that.',
        'The taper is not the time to find fitness; it is the time to stop losing it.',
        'Good shoes matter less than the second pair you alternate them with.',
        'Write the plan in pencil.',
        'El descanso también es entrenamiento.']
)
insert into posts (id, author_id, title, slug, body, published, published_at, created_at, updated_at)
select pg_temp.uid('post', n), pg_temp.user_id(case when n % 3 > 0 then 1 + pg_temp.pick(n, 144, 24) else 25 + pg_temp.pick(n, 144, 1100) end),
       title, trim('-' from regexp_replace(translate(lower(title), 'äéèöü', 'aeeou'), '[^a-z0-9]+', '-', 'g') || '-' || n),
       texts[1 + first % 16] || ' ' || texts[1 + (first + step) % 16] || E'\n\n' || texts[1 + (first + 2 * step) % 16] || ' ' || texts[1 + (first + 3 * step) % 16]
           || case when n % 4 = 0 then E'\n\n' || texts[1 + (first + 4 * step) % 16] else '' end,
       published, case when published then written + interval '5 hours' end, written, written + pg_temp.pick(n, 150, 200) * interval '1 hour'
from drafts
cross join sentences
cross join lateral (select pg_temp.pick(n, 145, 16) as first, 1 + 2 * pg_temp.pick(n, 146, 8) as step) choice
order by n;

insert into tags (name)
select name from unnest(array['running', 'cycling', 'swimming', 'triathlon', 'strength', 'nutrition', 'sleep', 'injury', 'racing', 'beginners', 'masters', 'mind', 'gear', 'montaña', 'Höhentraining', 'ランニング']) with ordinality as list (name, n) order by n;

insert into post_tags (post_id, tag_id)
select pg_temp.uid('post', n), (pg_temp.pick(n, 151, 16) + slot * 5) % 16 + 1
from generate_series(1, 2100::bigint) n
cross join generate_series(0, 1) slot
where slot = 0 or n % 3 = 0;

insert into post_likes (post_id, user_id, created_at)
select id, pg_temp.user_id(1 + (pg_temp.pick(n, 152, 1200) + liker * 37) % 1200), published_at + liker * interval '95 minutes'
from (select row_number() over (order by published_at, id) as n, id, published_at from posts where published) as p
cross join lateral generate_series(1, pg_temp.pick(n, 153, 4)) liker
order by n, liker;

insert into attachments (id, post_id, workout_id, file_name, media_type, content, created_at)
select pg_temp.uid('attachment', n), case when of_post then pg_temp.uid('post', 2100 - n) end, case when not of_post then pg_temp.workout_id(99000 - n * 5) end,
       case n % 4 when 0 then 'photo-' || n || '.png' when 1 then 'track.gpx' when 2 then 'Höhenprofil.svg' else 'notes.txt' end,
       case n % 4 when 0 then 'image/png' when 1 then 'application/gpx+xml' when 2 then 'image/svg+xml' else 'text/plain' end,
       case n % 4 when 0 then decode('89504e470d0a1a0a0000000d49484452' || repeat(md5('png' || n), 1 + (n % 5)::integer), 'hex')
                  when 1 then convert_to('<?xml version="1.0"?><gpx version="1.1"><trkpt lat="47.37" lon="8.54"/></gpx>', 'UTF8')
                  when 2 then convert_to('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 4 3 1l2 2 3-3v4z"/></svg>', 'UTF8')
                  else convert_to('Größe egal, Form zählt. ' || n, 'UTF8') end,
       timestamptz '2026-11-10 10:00:00+00' - n * interval '8 hours'
from generate_series(1, 120::bigint) n
cross join lateral (select n % 3 = 0 as of_post) owner;

insert into notifications (user_id, kind, payload, created_at, read_at)
select pg_temp.user_id(1 + pg_temp.pick(n, 161, 1200)), kind::notification_kind,
       case kind when 'comment' then jsonb_build_object('comment_id', 1 + pg_temp.pick(n, 162, 1800), 'excerpt', 'Great work!')
                 when 'plan' then jsonb_build_object('plan', jsonb_build_object('id', pg_temp.uid('plan', 227 + pg_temp.pick(n, 162, 110)), 'change', pg_temp.one_of(array['moved', 'added', 'removed'], n, 163)))
                 when 'race' then jsonb_build_object('race', 'Zürich Marathon', 'days_left', pg_temp.pick(n, 162, 60)) else '{}' end,
       at, case when pg_temp.pick(n, 164, 4) > 0 then at + pg_temp.pick(n, 165, 2000) * interval '1 minute' end
from generate_series(1, 1500::bigint) n
cross join lateral (select pg_temp.one_of(array['comment', 'comment', 'plan', 'race', 'system'], n, 166) as kind, timestamptz '2026-08-15 06:00:00+00' + n * interval '90 minutes' as at) chosen
order by n;

-- ── Races ───────────────────────────────────────────────────────────────────────────────────────

insert into races (id, name, city, location, sport, held_on, distance_m, entry_fee, website)
select pg_temp.uid('race', n), name, city, location::point, sport::sport, held::date, metres, fee, case when n % 3 > 0 then 'https://races.example.org/' || n end
from (values
    (1, 'Zürich Marathon', 'Zürich', '(8.5417,47.3769)', 'run', '2026-04-19', 42195, 115.00),
    (2, 'Zürich Marathon', 'Zürich', '(8.5417,47.3769)', 'run', '2025-04-13', 42195, 110.00),
    (3, 'Harbour 10', 'Bristol', '(-2.5879,51.4545)', 'run', '2026-05-10', 10000, 32.50),
    (4, 'Harbour 10', 'Bristol', '(-2.5879,51.4545)', 'run', '2025-05-11', 10000, 30.00),
    (5, '東京マラソン', '東京', '(139.6917,35.6895)', 'run', '2026-03-01', 42195, 148.00),
    (6, 'Berlin Marathon', 'Berlin', '(13.4050,52.5200)', 'run', '2026-09-27', 42195, 180.00),
    (7, 'Berlin Halbmarathon', 'Berlin', '(13.4050,52.5200)', 'run', '2026-03-29', 21098, 79.00),
    (8, 'L''Étape amateurs', 'Bourg-d''Oisans', '(6.0303,45.0553)', 'ride', '2026-07-12', 138000, 129.00),
    (9, 'Ötztaler', 'Sölden', '(11.0079,46.9655)', 'ride', '2026-08-30', 227000, 155.00),
    (10, 'Vätternrundan', 'Motala', '(15.0365,58.5371)', 'ride', '2026-06-13', 315000, 165.00),
    (11, 'Carrera de San Silvestre', 'Madrid', '(-3.7038,40.4168)', 'run', '2025-12-31', 10000, 25.00),
    (12, 'Carrera de San Silvestre', 'Madrid', '(-3.7038,40.4168)', 'run', '2026-12-31', 10000, 26.00),
    (13, 'Bosphorus crossing', 'İstanbul', '(29.0250,41.0600)', 'swim', '2026-08-23', 6500, 60.00),
    (14, 'Coniston swim', 'Coniston', '(-3.0760,54.3690)', 'swim', '2026-09-05', 8400, 75.00),
    (15, 'Kraków nocą', 'Kraków', '(19.9450,50.0647)', 'run', '2026-06-20', 10000, null),
    (16, 'Corrida de São João', 'Porto', '(-8.6291,41.1579)', 'run', '2026-06-21', 15000, 18.00),
    (17, 'Midnattsloppet', 'Stockholm', '(18.0686,59.3293)', 'run', '2026-08-15', 10000, 55.00),
    (18, 'Backyard, last one standing', 'Kassel', null, 'run', '2026-10-17', 167650, 95.00)
) as list (n, name, city, location, sport, held, metres, fee);

insert into race_results (race_id, athlete_id, place, finish, note)
select pg_temp.uid('race', race), pg_temp.athlete_id(a), case when finished then 40 + i * 17 + pg_temp.pick(race * 100 + i, 171, 17) end,
       case when finished then metres * (case sport when 'run' then 225 when 'ride' then 100 else 950 end + i * 6) / 1000 * interval '1 second' end,
       case when not finished then pg_temp.one_of(array['did not start', 'did not finish', 'disqualified'], race * 100 + i, 172) when i = 1 then 'Club record' end
from (select n as race, distance_m as metres, sport from generate_series(1, 18::bigint) n join races on id = pg_temp.uid('race', n) where held_on < date '2026-11-21') as r
cross join generate_series(1, 22) i
cross join lateral (select 1 + (race * 23 + i * 13) % 330 as a, pg_temp.pick(race * 100 + i, 173, 14) > 0 as finished) chosen
order by race, i;

-- ── Billing ─────────────────────────────────────────────────────────────────────────────────────

insert into billing.subscriptions (id, user_id, tier, price_per_month, currency, started_on, ended_on, auto_renew)
select pg_temp.uid('subscription', n), pg_temp.athlete_id(n), tier, case tier when 'basic' then 9.90 when 'plus' then 24.90 else 79.00 end,
       case when n % 7 = 0 then 'CHF' when n % 9 = 0 then 'GBP' else 'EUR' end, date '2024-09-10' + pg_temp.pick(n, 181, 700),
       case when n % 6 = 0 then date '2026-08-01' + pg_temp.pick(n, 182, 100) end, n % 6 > 0
from generate_series(1, 300::bigint) n
cross join lateral (select pg_temp.one_of(array['basic', 'basic', 'plus', 'plus', 'team'], n, 183) as tier) chosen;

insert into billing.invoices (number, user_id, subscription_id, status, issued_on, created_at)
select 26000 + n, pg_temp.athlete_id(s), case when n % 5 > 0 then pg_temp.uid('subscription', s) end,
       (case when n % 47 = 0 then 'void' when n > 840 or n % 31 = 0 then 'open' else 'paid' end)::billing.invoice_status, issued, issued + time '04:05'
from generate_series(1, 900) n
cross join lateral (select 1 + (n - 1) % 300 as s, date '2026-01-02' + n * 322 / 900 as issued) chosen;
alter sequence billing.invoice_number restart with 26901;

insert into billing.invoice_lines (invoice_number, position, product_id, description, quantity, unit_price)
select number, 1, null, 'Subscription, ' || s.tier, 1, s.price_per_month
from billing.invoices join billing.subscriptions s on s.id = subscription_id
union all
select number, position, p.id, p.name, 1 + pg_temp.pick(number + position, 184, 3), p.price
from billing.invoices
cross join generate_series(2, 3) position
join products p on p.id = 1 + pg_temp.pick(number * 4 + position, 185, 560)
where subscription_id is null or (position = 2 and number % 4 = 0)
order by 1, 2;

insert into billing.payments (id, invoice_number, amount, method, reference, received_at)
select pg_temp.uid('payment', number), number, sum(total), pg_temp.one_of(array['card', 'card', 'sepa', 'twint', 'paypal'], number, 186),
       case when number % 8 > 0 then 'RF' || lpad((number % 89 + 10)::text, 2, '0') || upper(left(md5('payment' || number), 12)) end,
       issued_on + time '09:30' + pg_temp.pick(number, 187, 20000) * interval '1 minute'
from billing.invoices
join billing.invoice_lines on invoice_number = number
where status = 'paid'
group by number
order by number;

-- ── Events, eleven months of them; December is still empty ──────────────────────────────────────

insert into events (at, id, kind, user_id, workout_id, payload)
select timestamptz '2026-01-01 00:20:00+00' + n * interval '116 minutes 37 seconds', pg_temp.uid('event', n), kind,
       case when w.id is not null then w.athlete_id when pg_temp.pick(n, 191, 30) > 0 then pg_temp.user_id(1 + pg_temp.pick(n, 192, 1200)) end,
       w.id,
       case kind when 'app.opened' then jsonb_build_object('platform', pg_temp.one_of(array['ios', 'android', 'web'], n, 193), 'version', '4.' || n / 1000)
                 when 'search' then jsonb_build_object('query', pg_temp.one_of(array['marathon', 'müde', 'knee', '朝ラン', 'tempo'], n, 193), 'hits', pg_temp.pick(n, 194, 40))
                 when 'workout.imported' then jsonb_build_object('source', 'watch', 'bytes', 20000 + pg_temp.pick(n, 194, 900000), 'warnings', '[]'::jsonb) else '{}' end
from generate_series(1, 4000::bigint) n
cross join lateral (select pg_temp.one_of(array['app.opened', 'app.opened', 'workout.finished', 'workout.imported', 'workout.moved', 'search', 'plan.viewed'], n, 195) as kind) chosen
left join workouts w on kind like 'workout.%' and w.id = pg_temp.workout_id(68225 + n * 7283 / 1000)
order by n;

refresh materialized view weekly_load;

drop function pg_temp.workout_id(bigint), pg_temp.athlete_id(bigint), pg_temp.user_id(bigint), pg_temp.uid(text, bigint),
    pg_temp.one_of(text[], bigint, integer), pg_temp.pick(bigint, integer, integer);
reset time zone;

analyze;

select '{"a":1}'::jsonb ? 'a', '{"a":1}'::jsonb ?& array['a'], a ?| b from (select '{}'::jsonb a, array['x'] b) v;

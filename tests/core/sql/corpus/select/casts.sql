select 1::int, '2'::text::varchar(10), cast('3' as numeric(10, 2)), int '4', interval '1' day, '5'::int[]::text, (1 + 2)::bigint, -3::smallint;

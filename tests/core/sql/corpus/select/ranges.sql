select int4range(1, 5) && int4range(4, 6), int4range(1, 5) -|- int4range(5, 7), 3 <@ int4range(1, 5), int4range(1, 5) * int4range(2, 9), '[1,2]'::int4range << '[5,6]'::int4range;

--
-- Data for Name: t
--
create table public_t (id int, note text);

COPY public_t (id, note) FROM stdin;
1	a
2	\N
3	b\nc
\.


--
-- done
--
select count(*) from public_t;

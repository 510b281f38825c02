insert into readings values (1, '42', 1, '7d1c1bd6-6a4c-4a0b-9a26-5f6f0d4a1f10', '2026-01-02 03:04:05+00');

\set a 'x' \\ select 1; \set b 'y' \\ select 2;

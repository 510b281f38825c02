select 1 /* a */ :: /* b */ int, 2 -- c
::text;

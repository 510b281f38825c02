select 'it''s; here' as a; select '''' as b; select '''''';

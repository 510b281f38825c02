copy (select ';' as a union all select '\.') to stdout with csv header; select 1;

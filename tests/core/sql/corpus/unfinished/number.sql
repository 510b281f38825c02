select 1e

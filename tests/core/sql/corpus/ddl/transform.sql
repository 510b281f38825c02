create transform for int language sql (from sql with function prsd_lextype(internal)); drop transform if exists for int language sql;

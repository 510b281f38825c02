/*
 * A header over several lines;
 * with a semicolon; and 'quotes
 */

-- part one
select 1;


-- part two


select 2; -- two
-- after two

/* last */
select 3;

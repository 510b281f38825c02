create type pair as (a int, b text); create table of_pair of pair (a with options primary key);

select 1 where 2 between 1 and 3 and 4 not between 5 and 6 and 1 between symmetric 2 and 0 or false;

select '-- a', '/* b', "c" from (select 1 as "c") as "/* d"; select 2;

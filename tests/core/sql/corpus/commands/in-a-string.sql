select '\echo', "\g" from (select 1 as "\g") t; select 2;

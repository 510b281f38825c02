insert into items values (7, 1);

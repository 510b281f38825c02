insert into items values (7);

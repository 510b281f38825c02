insert into a (b, c) values (1,

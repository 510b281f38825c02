create table p (a int, b date not null) partition by range (b);
create table p1 partition of p for values from ('2020-01-01') to (maxvalue);
create table p2 partition of p default partition by list (a);
create table p3 partition of p2 for values in (1, 2, null);
create table h (a int) partition by hash (a);
create table h1 partition of h for values with (modulus 2, remainder 0);

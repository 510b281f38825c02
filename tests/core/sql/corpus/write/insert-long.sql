create table t (first_name text, last_name text, street text, city text, country text);
insert into t (first_name, last_name, street, city, country) values ('Ada', 'Lovelace', 'St James Square', 'London', 'England'), ('Carl Friedrich', 'Gauß', 'Sternwarte', 'Göttingen', 'Hannover');

set client_min_messages = warning;
create table customers (id int primary key, name text not null, city text not null, zip text not null, joined timestamptz not null);
create table orders (id int primary key, customer_id int not null references customers, status text not null, total numeric(10,2) not null, placed_at timestamptz not null, note text);
create table notes (id int primary key, kind text not null, body text);
create index orders_placed_at_idx on orders (placed_at);
insert into customers select g, 'Customer ' || g, 'City ' || g % 50, (g % 50)::text || '000', timestamptz '2024-01-01' + g * interval '1 hour' from generate_series(1, 5000) g;
insert into orders select g, 1 + g % 5000, case when g % 1000 = 0 then 'lost' else 'paid' end, g % 500, timestamptz '2024-01-01' + g * interval '1 minute', repeat('x', 40) from generate_series(1, 60000) g;
insert into notes select g, 'k' || g % 10, repeat('y', 20) from generate_series(1, 20000) g;
vacuum analyze customers; vacuum analyze orders; vacuum analyze notes;

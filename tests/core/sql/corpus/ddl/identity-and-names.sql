create table "Mixed Case" ("Id" int primary key, "select" text, "größe" int); alter table "Mixed Case" rename "Id" to "ID"; select "ID", "select", "größe" from "Mixed Case";

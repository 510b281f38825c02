import { pgTable, integer, text, inet, cidr } from "drizzle-orm/pg-core";

export const hosts = pgTable("hosts", { id: integer().primaryKey(), at: inet() });

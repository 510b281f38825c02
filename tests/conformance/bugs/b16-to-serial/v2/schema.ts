import { pgTable, integer, serial } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: serial().primaryKey(), place: integer().notNull() });

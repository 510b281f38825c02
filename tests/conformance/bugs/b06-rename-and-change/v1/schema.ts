import { pgTable, integer, varchar } from "drizzle-orm/pg-core";

export const people = pgTable("people", { id: integer().primaryKey(), nick: varchar({ length: 20 }) });

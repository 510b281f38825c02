import { pgTable, integer, varchar } from "drizzle-orm/pg-core";

export const people = pgTable("people", { id: integer().primaryKey(), handle: varchar({ length: 40 }).notNull().default("none") });

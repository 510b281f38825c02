import { pgTable, integer } from "drizzle-orm/pg-core";

export const teams = pgTable("teams", { id: integer().primaryKey() });
export const people = pgTable("people", { id: integer().primaryKey(), team: integer().references(() => teams.id), name: integer() });

import { pgTable, integer } from "drizzle-orm/pg-core";

export const people = pgTable("people", { id: integer().primaryKey(), team: integer(), name: integer() });

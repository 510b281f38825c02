import { pgTable, integer } from "drizzle-orm/pg-core";

export const log = pgTable("log", { id: integer().primaryKey().notNull(), at: integer() });

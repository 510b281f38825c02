import { pgTable, integer } from "drizzle-orm/pg-core";

export const log = pgTable("log", { id: integer().notNull(), at: integer() });

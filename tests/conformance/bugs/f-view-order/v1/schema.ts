import { pgTable, pgView, integer } from "drizzle-orm/pg-core";

export const t = pgTable("t", { id: integer().primaryKey(), n: integer() });

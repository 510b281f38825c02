import { pgTable, integer, text, unique, foreignKey } from "drizzle-orm/pg-core";

export const codes = pgTable("codes", { id: integer().primaryKey(), code: text().notNull().unique() });
export const uses = pgTable("uses", { id: integer().primaryKey(), code: text().references(() => codes.code) });

import { pgTable, integer, primaryKey } from "drizzle-orm/pg-core";

export const seats = pgTable("seats", { row: integer().notNull(), number: integer().notNull() }, (t) => [primaryKey({ columns: [t.row, t.number] })]);

import { pgTable, integer, primaryKey } from "drizzle-orm/pg-core";

export const seats = pgTable("seats", { row: integer().notNull(), number: integer().notNull(), hall: integer().notNull().default(1) }, (t) => [primaryKey({ columns: [t.hall, t.row, t.number] })]);

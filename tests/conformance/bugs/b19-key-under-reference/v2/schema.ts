import { pgTable, integer, primaryKey, foreignKey, unique } from "drizzle-orm/pg-core";

export const seats = pgTable("seats", { row: integer().notNull(), number: integer().notNull(), hall: integer().notNull() }, (t) => [
  primaryKey({ columns: [t.hall, t.row, t.number], name: "seat_key" }),
  unique("seat_place").on(t.row, t.number),
]);
export const tickets = pgTable("tickets", { id: integer().primaryKey(), row: integer(), number: integer() }, (t) => [
  foreignKey({ columns: [t.row, t.number], foreignColumns: [seats.row, seats.number], name: "ticket_seat" }),
]);

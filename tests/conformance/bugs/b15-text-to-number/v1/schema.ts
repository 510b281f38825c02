import { pgTable, integer, text, boolean, uuid, timestamp } from "drizzle-orm/pg-core";

export const readings = pgTable("readings", { id: integer().primaryKey(), value: text().default("0"), flag: integer(), key: text(), at: text() });

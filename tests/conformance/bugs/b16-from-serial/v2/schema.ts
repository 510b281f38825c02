import { pgTable, integer, serial, bigint } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: integer().primaryKey(), place: bigint({ mode: "number" }).notNull() });

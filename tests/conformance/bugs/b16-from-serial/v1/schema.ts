import { pgTable, integer, serial, bigint } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: serial().primaryKey(), place: serial() });

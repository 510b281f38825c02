import { pgTable, serial, bigserial } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: serial().primaryKey() });

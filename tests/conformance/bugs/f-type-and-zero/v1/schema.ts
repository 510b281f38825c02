import { pgTable, integer, bigint } from "drizzle-orm/pg-core";

export const t = pgTable("t", { id: integer().primaryKey(), n: integer().default(5) });

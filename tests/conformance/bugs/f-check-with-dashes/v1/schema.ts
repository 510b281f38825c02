import { sql } from "drizzle-orm";
import { pgTable, integer, text, check, pgPolicy } from "drizzle-orm/pg-core";

export const t = pgTable("t", { id: integer().primaryKey(), s: text() });

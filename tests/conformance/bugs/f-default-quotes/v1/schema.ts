import { sql } from "drizzle-orm";
import { pgTable, integer, jsonb, text, pgEnum } from "drizzle-orm/pg-core";

export const t = pgTable("t", { id: integer().primaryKey() });

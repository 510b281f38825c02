import { sql } from "drizzle-orm";
import { pgTable, integer, pgPolicy, pgRole } from "drizzle-orm/pg-core";

export const r = pgRole("squall_bug_reader");
export const notes = pgTable("notes", { id: integer().primaryKey() }, () => [pgPolicy("p", { to: r, using: sql`true` })]);

import { sql } from "drizzle-orm";
import { pgTable, integer, pgPolicy, pgRole } from "drizzle-orm/pg-core";

export const notes = pgTable("notes", { id: integer().primaryKey() }, () => [pgPolicy("p", { to: "public", using: sql`true` })]);

import { sql } from "drizzle-orm";
import { pgTable, integer, pgPolicy } from "drizzle-orm/pg-core";

export const notes = pgTable("notes", { id: integer().primaryKey() }, (t) => [pgPolicy("p", { to: "public", using: sql`${t.id} > 0` })]);

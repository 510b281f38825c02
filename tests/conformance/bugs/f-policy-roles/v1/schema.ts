import { sql } from "drizzle-orm";
import { pgTable, integer, pgPolicy, pgRole } from "drizzle-orm/pg-core";

const role = pgRole("squall_bug Role").existing();
export const notes = pgTable("notes", { id: integer().primaryKey() }, () => [pgPolicy("p", { to: role, for: "select", using: sql`true` })]);

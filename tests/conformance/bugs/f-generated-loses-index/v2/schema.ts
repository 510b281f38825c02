import { sql } from "drizzle-orm";
import { pgTable, integer, text, index } from "drizzle-orm/pg-core";

export const t = pgTable("t", { id: integer().primaryKey(), s: text(), up: text().generatedAlwaysAs(sql`lower(s)`) }, (t) => [index("by_up").on(t.up)]);

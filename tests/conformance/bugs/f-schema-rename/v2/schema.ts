import { pgSchema, integer, pgTable } from "drizzle-orm/pg-core";

export const s = pgSchema("new_place");
export const k = s.enum("k", ["a", "b"]);
export const t = s.table("t", { id: integer().primaryKey(), k: k() });
export const u = pgTable("u", { id: integer().primaryKey(), t: integer().references(() => t.id) });
export const v = s.view("v").as((qb) => qb.select({ id: t.id }).from(t));

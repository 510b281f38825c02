import { pgTable, pgView, integer } from "drizzle-orm/pg-core";

export const t = pgTable("t", { id: integer().primaryKey(), n: integer() });
export const base = pgView("base").as((qb) => qb.select().from(t));
export const top = pgView("top").as((qb) => qb.select().from(base));

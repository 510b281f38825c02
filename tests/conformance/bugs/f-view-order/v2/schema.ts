import { pgTable, pgView, integer } from "drizzle-orm/pg-core";

export const t = pgTable("t", { id: integer().primaryKey(), n: integer() });
const base = pgView("base").as((qb) => qb.select().from(t));
export const aTop = pgView("a_top").as((qb) => qb.select().from(base));
export const zBase = base;

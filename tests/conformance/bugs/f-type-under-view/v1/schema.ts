import { pgTable, pgView, integer, bigint } from "drizzle-orm/pg-core";

export const t = pgTable("t", { id: integer().primaryKey(), n: integer() });
export const v = pgView("v").as((qb) => qb.select({ n: t.n }).from(t));
export const w = pgView("w").as((qb) => qb.select({ n: v.n }).from(v));

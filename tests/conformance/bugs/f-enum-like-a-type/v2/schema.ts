import { pgTable, pgSchema, integer } from "drizzle-orm/pg-core";

export const shop = pgSchema("shop");
export const dateKind = shop.enum("Date_kind", ["day", "hour"]);
export const dateSort = shop.enum("date_sort", ["day", "hour"]);
export const orders = shop.table("orders", { id: integer().primaryKey(), kind: dateSort(), other: dateKind() });

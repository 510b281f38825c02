import { pgTable, pgSchema, integer } from "drizzle-orm/pg-core";

export const shop = pgSchema("shop");
export const orders = shop.table("orders", { id: integer().primaryKey() });

import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  serial,
  text,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
import { users } from "./auth";
import { createdAt } from "./columns";

export const products = pgTable(
  "products",
  {
    id: serial("id").primaryKey(),
    name: varchar("name", { length: 255 }).notNull(),
    sku: text("sku").notNull().unique(),
    price: numeric("price", { precision: 10, scale: 2 }).notNull(),
    stock: integer("stock").notNull().default(0),
    sizes: text("sizes").array(),
    attributes: jsonb("attributes").$type<Record<string, unknown>>().notNull().default({}),
    discontinued: boolean("discontinued").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    index("products_price_idx").on(t.price).where(sql`not ${t.discontinued}`),
    check("products_price_not_negative", sql`${t.price} >= 0`),
    check("products_stock_not_negative", sql`${t.stock} >= 0`),
  ],
);

/** Shoes, bikes and watches of an athlete, retired when worn out. */
export const gear = pgTable(
  "gear",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    ownerId: text("owner_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    productId: integer("product_id").references(() => products.id, { onDelete: "set null" }),
    name: text("name").notNull(),
    boughtOn: date("bought_on"),
    retiredOn: date("retired_on"),
  },
  (t) => [
    index("gear_owner_id_idx").on(t.ownerId).where(sql`${t.retiredOn} is null`),
    check("gear_retired_after_bought", sql`${t.retiredOn} >= ${t.boughtOn}`),
  ],
);

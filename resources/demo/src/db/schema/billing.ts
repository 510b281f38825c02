import { sql } from "drizzle-orm";
import {
  boolean,
  char,
  check,
  date,
  index,
  integer,
  numeric,
  pgSchema,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "./auth";
import { createdAt, instant } from "./columns";
import { products } from "./shop";

export const billing = pgSchema("billing");

export const invoiceStatus = billing.enum("invoice_status", ["open", "paid", "void"]);

export const invoiceNumber = billing.sequence("invoice_number", { startWith: 26001, increment: 1, cache: 1 });

export const subscriptions = billing.table(
  "subscriptions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    tier: text("tier").notNull().default("basic"),
    pricePerMonth: numeric("price_per_month", { precision: 10, scale: 2 }).notNull(),
    currency: char("currency", { length: 3 }).notNull().default("EUR"),
    startedOn: date("started_on").notNull(),
    endedOn: date("ended_on"),
    autoRenew: boolean("auto_renew").notNull().default(true),
  },
  (t) => [
    index("subscriptions_current_idx").on(t.userId).where(sql`${t.endedOn} is null`),
    check("subscriptions_tier_known", sql`${t.tier} in ('basic', 'plus', 'team')`),
  ],
);

export const invoices = billing.table(
  "invoices",
  {
    number: integer("number").primaryKey().default(sql`nextval('billing.invoice_number'::regclass)`),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "restrict" }),
    subscriptionId: uuid("subscription_id").references(() => subscriptions.id, { onDelete: "set null" }),
    status: invoiceStatus("status").notNull().default("open"),
    issuedOn: date("issued_on").notNull(),
    dueOn: date("due_on").notNull().generatedAlwaysAs(sql`issued_on + 14`),
    createdAt: createdAt(),
  },
  (t) => [
    index("invoices_user_id_idx").on(t.userId, t.issuedOn.desc()),
    index("invoices_open_idx").on(t.issuedOn).where(sql`${t.status} = 'open'`),
  ],
);

export const invoiceLines = billing.table(
  "invoice_lines",
  {
    invoiceNumber: integer("invoice_number")
      .notNull()
      .references(() => invoices.number, { onDelete: "cascade" }),
    position: smallint("position").notNull(),
    productId: integer("product_id").references(() => products.id, { onDelete: "restrict" }),
    description: text("description").notNull(),
    quantity: integer("quantity").notNull().default(1),
    unitPrice: numeric("unit_price", { precision: 10, scale: 2 }).notNull(),
    total: numeric("total", { precision: 12, scale: 2 }).generatedAlwaysAs(sql`quantity * unit_price`),
  },
  (t) => [
    primaryKey({ columns: [t.invoiceNumber, t.position] }),
    check("invoice_lines_quantity_positive", sql`${t.quantity} > 0`),
  ],
);

export const payments = billing.table(
  "payments",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    invoiceNumber: integer("invoice_number")
      .notNull()
      .references(() => invoices.number, { onDelete: "restrict" }),
    amount: numeric("amount", { precision: 10, scale: 2 }).notNull(),
    method: text("method").notNull(),
    reference: text("reference").unique("payments_reference_key"),
    receivedAt: instant("received_at").notNull(),
  },
  (t) => [index("payments_invoice_number_idx").on(t.invoiceNumber)],
);

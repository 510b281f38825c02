import { pgTable, integer, text, boolean, uuid, timestamp } from "drizzle-orm/pg-core";

export const readings = pgTable("readings", { id: integer().primaryKey(), value: integer().default(0), flag: boolean(), key: uuid(), at: timestamp({ withTimezone: true }) });

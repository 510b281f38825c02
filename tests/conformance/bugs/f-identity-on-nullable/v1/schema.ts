import { pgTable, integer } from "drizzle-orm/pg-core";

export const t = pgTable("t", { id: integer(), x: integer() });

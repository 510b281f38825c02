import { pgTable, pgEnum, integer } from "drizzle-orm/pg-core";

export const state = pgEnum("state", ["open", "closed"]);
export const tasks = pgTable("tasks", { id: integer().primaryKey(), state: state().default("open") });

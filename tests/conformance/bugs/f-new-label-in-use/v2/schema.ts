import { pgTable, pgEnum, integer } from "drizzle-orm/pg-core";

export const state = pgEnum("state", ["new", "open", "closed"]);
export const tasks = pgTable("tasks", { id: integer().primaryKey(), state: state().default("new") });

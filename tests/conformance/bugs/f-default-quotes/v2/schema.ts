import { sql } from "drizzle-orm";
import { pgTable, integer, jsonb, text, pgEnum } from "drizzle-orm/pg-core";

export const answer = pgEnum("answer", ["it's", "no"]);
export const t = pgTable("t", { id: integer().primaryKey(), j: jsonb().default({ a: "it's" }), a: text().array().default(["it's"]), e: answer().default("it's") });

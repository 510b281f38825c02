import { sql } from "drizzle-orm";
import { pgTable, pgEnum, pgView, integer, index, check } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["sad", "ok", "happy"]);
export const people = pgTable("people", { id: integer().primaryKey(), mood: mood().default("ok"), old: mood() }, (t) => [
  index("happy_ones").on(t.id).where(sql`${t.mood} = 'happy'`),
  check("not_angry", sql`${t.mood} <> 'sad'`),
]);
export const moods = pgView("moods").as((qb) => qb.select({ id: people.id, mood: people.mood }).from(people));

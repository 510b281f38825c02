import { sql } from "drizzle-orm";
import {
  check,
  date,
  integer,
  interval,
  numeric,
  pgTable,
  point,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "./auth";
import { sport } from "./enums";

export const races = pgTable(
  "races",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    name: text("name").notNull(),
    city: text("city").notNull(),
    location: point("location", { mode: "xy" }),
    sport: sport("sport").notNull().default("run"),
    heldOn: date("held_on").notNull(),
    distanceM: integer("distance_m").notNull(),
    entryFee: numeric("entry_fee", { precision: 8, scale: 2 }),
    website: text("website"),
  },
  (t) => [unique("races_name_held_on_key").on(t.name, t.heldOn)],
);

export const raceResults = pgTable(
  "race_results",
  {
    raceId: uuid("race_id")
      .notNull()
      .references(() => races.id, { onDelete: "cascade" }),
    athleteId: text("athlete_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    place: integer("place"),
    finish: interval("finish"),
    note: text("note"),
  },
  (t) => [
    primaryKey({ columns: [t.raceId, t.athleteId] }),
    unique("race_results_race_place_key").on(t.raceId, t.place),
    check("race_results_place_or_note", sql`${t.place} is not null or ${t.note} is not null`),
  ],
);

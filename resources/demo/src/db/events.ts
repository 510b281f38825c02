import { bigint, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./schema/columns";
import { users } from "./schema/auth";
import { workouts } from "./schema/workouts";

/**
 * What athletes did in the app, for queries only. The table is partitioned by month, which the schema
 * language cannot say: the migration `0003_events_and_comments` makes it, and this file lies outside
 * the folder drizzle-kit reads.
 */
export const events = pgTable(
  "events",
  {
    at: instant("at").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    kind: text("kind").notNull(),
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    workoutId: bigint("workout_id", { mode: "number" }).references(() => workouts.id, { onDelete: "set null" }),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [primaryKey({ columns: [t.at, t.id] })],
);

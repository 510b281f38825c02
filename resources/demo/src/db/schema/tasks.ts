import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
} from "drizzle-orm/pg-core";
import { users } from "./auth";
import { instant } from "./columns";
import { taskCadence } from "./enums";

export const taskTypes = pgTable("task_types", {
  id: smallint("id").primaryKey().generatedByDefaultAsIdentity({ startWith: 1, increment: 1 }),
  key: text("key").notNull().unique(),
  name: text("name").notNull(),
  icon: text("icon"),
  cadence: taskCadence("cadence").notNull().default("daily"),
  remindAt: time("remind_at"),
  minutes: smallint("minutes").notNull().default(10),
  isActive: boolean("is_active").notNull().default(true),
});

export const dailyTasks = pgTable(
  "daily_tasks",
  {
    athleteId: text("athlete_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    day: date("day").notNull(),
    taskTypeId: smallint("task_type_id")
      .notNull()
      .references(() => taskTypes.id, { onDelete: "restrict" }),
    done: boolean("done").notNull().default(false),
    doneAt: instant("done_at"),
    value: integer("value"),
    note: text("note"),
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.day, t.taskTypeId] }),
    index("daily_tasks_open_idx").on(t.day).where(sql`not ${t.done}`),
    check("daily_tasks_done_at_needs_done", sql`${t.done} or ${t.doneAt} is null`),
  ],
);

export const measurements = pgTable(
  "measurements",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    measuredAt: instant("measured_at").notNull(),
    kind: text("kind").notNull(),
    value: doublePrecision("value").notNull(),
    unit: text("unit").notNull(),
  },
  (t) => [
    index("measurements_user_kind_idx").on(t.userId, t.kind, t.measuredAt.desc()),
    check("measurements_kind_known", sql`${t.kind} in ('weight', 'resting_hr', 'hrv', 'sleep', 'vo2max')`),
  ],
);

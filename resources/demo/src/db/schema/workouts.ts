import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  interval,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  serial,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "./auth";
import { trainingPlans } from "./coaching";
import { createdAt, instant } from "./columns";
import { sport, workoutStatus } from "./enums";
import { gear } from "./shop";

/** What only some workouts have; a key that proves useful becomes a column. */
export interface WorkoutMeta {
  zone?: number;
  pool?: "25m" | "50m";
  reason?: string;
  weather?: { temp_c: number; wind_kmh?: number };
  intervals?: { repeats: number; metres: number; rest_s: number };
  route?: string;
}

export const workouts = pgTable(
  "workouts",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedByDefaultAsIdentity(),
    title: text("title").notNull(),
    trainingPlanId: uuid("training_plan_id").references(() => trainingPlans.id, { onDelete: "cascade" }),
    startsAt: instant("starts_at").notNull(),
    distanceM: integer("distance_m"),
    status: workoutStatus("status").notNull().default("planned"),
    meta: jsonb("meta").$type<WorkoutMeta>(),
    athleteId: text("athlete_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    sport: sport("sport").notNull(),
    durationS: integer("duration_s"),
    paceSPerKm: integer("pace_s_per_km").generatedAlwaysAs(sql`(duration_s * 1000 / nullif(distance_m, 0))`),
    effort: smallint("effort"),
    heartRates: smallint("heart_rates").array(),
    notes: text("notes"),
    createdAt: createdAt(),
    gearId: uuid("gear_id").references(() => gear.id, { onDelete: "set null" }),
  },
  (t) => [
    index("workouts_training_plan_id_idx").on(t.trainingPlanId),
    index("workouts_gear_id_idx").on(t.gearId).where(sql`${t.gearId} is not null`),
    index("workouts_planned_idx").on(t.startsAt).where(sql`${t.status} = 'planned'`),
    index("workouts_athlete_starts_at_idx").on(t.athleteId, t.startsAt.desc()),
    index("workouts_meta_idx").using("gin", t.meta.op("jsonb_path_ops")),
    check("workouts_distance_range", sql`${t.distanceM} between 0 and 400000`),
    check("workouts_effort_range", sql`${t.effort} between 1 and 10`),
  ],
);

export const workoutSplits = pgTable(
  "workout_splits",
  {
    workoutId: bigint("workout_id", { mode: "number" })
      .notNull()
      .references(() => workouts.id, { onDelete: "cascade" }),
    position: smallint("position").notNull(),
    distanceM: integer("distance_m").notNull(),
    elapsed: interval("elapsed").notNull(),
    climbM: doublePrecision("climb_m"),
  },
  (t) => [primaryKey({ columns: [t.workoutId, t.position] })],
);

export const exercises = pgTable("exercises", {
  id: serial("id").primaryKey(),
  name: text("name").notNull().unique(),
  sport: sport("sport").notNull().default("strength"),
  muscles: text("muscles").array().notNull(),
  instructions: text("instructions"),
});

export const workoutExercises = pgTable(
  "workout_exercises",
  {
    workoutId: bigint("workout_id", { mode: "number" })
      .notNull()
      .references(() => workouts.id, { onDelete: "cascade" }),
    position: smallint("position").notNull(),
    exerciseId: integer("exercise_id")
      .notNull()
      .references(() => exercises.id, { onDelete: "restrict", onUpdate: "cascade" }),
    sets: smallint("sets").notNull().default(3),
    reps: smallint("reps").notNull(),
    weightKg: numeric("weight_kg", { precision: 6, scale: 2 }),
  },
  (t) => [
    primaryKey({ columns: [t.workoutId, t.position] }),
    index("workout_exercises_exercise_id_idx").on(t.exerciseId),
    check("workout_exercises_sets_positive", sql`${t.sets} > 0 and ${t.reps} > 0`),
  ],
);

/** One set of an exercise as it was really done: refers to its line in the workout by both of its keys. */
export const exerciseSets = pgTable(
  "exercise_sets",
  {
    workoutId: bigint("workout_id", { mode: "number" }).notNull(),
    position: smallint("position").notNull(),
    setNumber: smallint("set_number").notNull(),
    repsDone: smallint("reps_done").notNull(),
    weightKg: numeric("weight_kg", { precision: 6, scale: 2 }),
  },
  (t) => [
    primaryKey({ columns: [t.workoutId, t.position, t.setNumber] }),
    foreignKey({
      name: "exercise_sets_workout_exercise_fk",
      columns: [t.workoutId, t.position],
      foreignColumns: [workoutExercises.workoutId, workoutExercises.position],
    }).onDelete("cascade"),
  ],
);

export const comments = pgTable(
  "comments",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    workoutId: bigint("workout_id", { mode: "number" })
      .notNull()
      .references(() => workouts.id, { onDelete: "cascade" }),
    authorId: text("author_id").references(() => users.id, { onDelete: "set null" }),
    parentId: bigint("parent_id", { mode: "number" }).references((): AnyPgColumn => comments.id, {
      onDelete: "cascade",
    }),
    body: text("body").notNull(),
    createdAt: createdAt(),
    editedAt: instant("edited_at"),
  },
  (t) => [
    index("comments_workout_id_idx").on(t.workoutId, t.createdAt),
    index("comments_parent_id_idx").on(t.parentId),
    check("comments_body_not_blank", sql`length(trim(${t.body})) > 0`),
  ],
);

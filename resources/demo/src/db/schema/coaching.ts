import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  char,
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgPolicy,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
import { users } from "./auth";
import { createdAt, instant, updatedAt } from "./columns";
import { planStatus, sport, teamRole } from "./enums";

export interface Certification {
  name: string;
  issuer: string;
  year: number;
}

export interface PlanSettings {
  restDays: number[];
  units?: "metric" | "imperial";
  notify?: { email?: boolean; push?: boolean };
}

export const coachProfiles = pgTable(
  "coach_profiles",
  {
    userId: text("user_id")
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    headline: varchar("headline", { length: 160 }).notNull(),
    bio: text("bio"),
    languages: char("languages", { length: 2 }).array().notNull(),
    certifications: jsonb("certifications").$type<Certification[]>().notNull().default([]),
    hourlyRate: numeric("hourly_rate", { precision: 10, scale: 2 }),
    maxAthletes: smallint("max_athletes").notNull().default(20),
  },
  (t) => [check("coach_profiles_rate_positive", sql`${t.hourlyRate} > 0`)],
);

export const teams = pgTable("teams", {
  id: uuid("id").primaryKey().defaultRandom(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  color: char("color", { length: 7 }).notNull().default("#2F6FEB"),
  parentId: uuid("parent_id").references((): AnyPgColumn => teams.id, { onDelete: "restrict" }),
  foundedOn: date("founded_on"),
  createdAt: createdAt(),
});

export const teamMembers = pgTable(
  "team_members",
  {
    teamId: uuid("team_id")
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: teamRole("role").notNull().default("member"),
    joinedOn: date("joined_on").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.userId] }), index("team_members_user_id_idx").on(t.userId)],
);

export const trainingPlans = pgTable(
  "training_plans",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    title: text("title").notNull(),
    coachId: text("coach_id")
      .notNull()
      .references(() => users.id, { onDelete: "restrict" }),
    athleteId: text("athlete_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    status: planStatus("status").notNull().default("draft"),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on"),
    goal: text("goal"),
    weeklyHours: numeric("weekly_hours", { precision: 4, scale: 1 }),
    zoneLimits: integer("zone_limits").array(),
    settings: jsonb("settings").$type<PlanSettings>().notNull().default({ restDays: [1] }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    archivedAt: instant("archived_at"),
  },
  (t) => [
    unique("training_plans_athlete_start_key").on(t.athleteId, t.startsOn),
    index("training_plans_coach_id_idx").on(t.coachId),
    index("training_plans_active_idx").on(t.athleteId, t.startsOn.desc()).where(sql`${t.status} = 'active'`),
    check("training_plans_ends_after_start", sql`${t.endsOn} > ${t.startsOn}`),
    check("training_plans_not_own_coach", sql`${t.coachId} <> ${t.athleteId}`),
  ],
);

export const planPhases = pgTable(
  "plan_phases",
  {
    trainingPlanId: uuid("training_plan_id")
      .notNull()
      .references(() => trainingPlans.id, { onDelete: "cascade" }),
    position: smallint("position").notNull(),
    name: text("name").notNull(),
    focus: sport("focus").notNull(),
    weeks: smallint("weeks").notNull(),
    load: numeric("load", { precision: 3, scale: 2 }).notNull().default("1.00"),
  },
  (t) => [
    primaryKey({ columns: [t.trainingPlanId, t.position] }),
    check("plan_phases_weeks_range", sql`${t.weeks} between 1 and 26`),
  ],
);

export const coachNotes = pgTable(
  "coach_notes",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    coachId: text("coach_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    athleteId: text("athlete_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    body: text("body").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("coach_notes_athlete_id_idx").on(t.athleteId, t.createdAt.desc()),
    pgPolicy("coach_notes_own", {
      for: "all",
      using: sql`${t.coachId} = current_setting('app.user_id', true)`,
      withCheck: sql`${t.coachId} = current_setting('app.user_id', true)`,
    }),
  ],
);

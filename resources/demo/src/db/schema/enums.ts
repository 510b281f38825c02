import { pgEnum } from "drizzle-orm/pg-core";

export const userRole = pgEnum("user_role", ["athlete", "coach", "admin"]);

export const teamRole = pgEnum("team_role", ["member", "captain", "staff"]);

export const planStatus = pgEnum("plan_status", ["draft", "active", "paused", "done", "archived"]);

export const workoutStatus = pgEnum("workout_status", ["planned", "done", "skipped"]);

export const sport = pgEnum("sport", ["run", "ride", "swim", "strength", "mobility"]);

export const taskCadence = pgEnum("task_cadence", ["daily", "weekdays", "weekly"]);

export const notificationKind = pgEnum("notification_kind", ["comment", "plan", "race", "system"]);

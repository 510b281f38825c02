import { eq, sql } from "drizzle-orm";
import { alias, pgMaterializedView, pgView } from "drizzle-orm/pg-core";
import { users } from "./auth";
import { trainingPlans } from "./coaching";
import { workouts } from "./workouts";

const coach = alias(users, "coach");
const athlete = alias(users, "athlete");

export const activePlans = pgView("active_plans").as((qb) =>
  qb
    .select({
      id: trainingPlans.id,
      title: trainingPlans.title,
      coach: sql<string>`${coach.name}`.as("coach"),
      athlete: sql<string>`${athlete.name}`.as("athlete"),
      startsOn: trainingPlans.startsOn,
      endsOn: trainingPlans.endsOn,
      weeklyHours: trainingPlans.weeklyHours,
    })
    .from(trainingPlans)
    .innerJoin(coach, eq(coach.id, trainingPlans.coachId))
    .innerJoin(athlete, eq(athlete.id, trainingPlans.athleteId))
    .where(sql`${trainingPlans.status} = 'active'`),
);

/** Refreshed every night. */
export const weeklyLoad = pgMaterializedView("weekly_load").as((qb) =>
  qb
    .select({
      athleteId: workouts.athleteId,
      week: sql<string>`date_trunc('week', ${workouts.startsAt} at time zone 'UTC')::date`.as("week"),
      workouts: sql<number>`count(*)`.as("workouts"),
      km: sql<string>`round(sum(${workouts.distanceM}) / 1000.0, 1)`.as("km"),
      hours: sql<string>`round(sum(${workouts.durationS}) / 3600.0, 1)`.as("hours"),
    })
    .from(workouts)
    .where(sql`${workouts.status} = 'done'`)
    .groupBy(workouts.athleteId, sql`2`),
);

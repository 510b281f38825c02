import { relations } from "drizzle-orm";
import { accounts, passkeys, sessions, users } from "./auth";
import { invoiceLines, invoices, payments, subscriptions } from "./billing";
import { coachNotes, coachProfiles, planPhases, teamMembers, teams, trainingPlans } from "./coaching";
import { attachments, notifications, postLikes, posts, postTags, tags } from "./content";
import { raceResults, races } from "./races";
import { gear, products } from "./shop";
import { dailyTasks, measurements, taskTypes } from "./tasks";
import { comments, exercises, exerciseSets, workoutExercises, workouts, workoutSplits } from "./workouts";

export const usersRelations = relations(users, ({ one, many }) => ({
  referredBy: one(users, { fields: [users.referredById], references: [users.id], relationName: "referral" }),
  referred: many(users, { relationName: "referral" }),
  coachProfile: one(coachProfiles),
  sessions: many(sessions),
  accounts: many(accounts),
  passkeys: many(passkeys),
  memberships: many(teamMembers),
  plansAsCoach: many(trainingPlans, { relationName: "coach" }),
  plansAsAthlete: many(trainingPlans, { relationName: "athlete" }),
  workouts: many(workouts),
  dailyTasks: many(dailyTasks),
  measurements: many(measurements),
  posts: many(posts),
  likes: many(postLikes),
  notifications: many(notifications),
  gear: many(gear),
  raceResults: many(raceResults),
  subscriptions: many(subscriptions),
  invoices: many(invoices),
}));

export const sessionsRelations = relations(sessions, ({ one }) => ({
  user: one(users, { fields: [sessions.userId], references: [users.id] }),
}));

export const accountsRelations = relations(accounts, ({ one }) => ({
  user: one(users, { fields: [accounts.userId], references: [users.id] }),
}));

export const passkeysRelations = relations(passkeys, ({ one }) => ({
  user: one(users, { fields: [passkeys.userId], references: [users.id] }),
}));

export const coachProfilesRelations = relations(coachProfiles, ({ one, many }) => ({
  user: one(users, { fields: [coachProfiles.userId], references: [users.id] }),
  plans: many(trainingPlans),
}));

export const teamsRelations = relations(teams, ({ one, many }) => ({
  parent: one(teams, { fields: [teams.parentId], references: [teams.id], relationName: "parent" }),
  children: many(teams, { relationName: "parent" }),
  members: many(teamMembers),
}));

export const teamMembersRelations = relations(teamMembers, ({ one }) => ({
  team: one(teams, { fields: [teamMembers.teamId], references: [teams.id] }),
  user: one(users, { fields: [teamMembers.userId], references: [users.id] }),
}));

export const trainingPlansRelations = relations(trainingPlans, ({ one, many }) => ({
  coach: one(users, { fields: [trainingPlans.coachId], references: [users.id], relationName: "coach" }),
  athlete: one(users, { fields: [trainingPlans.athleteId], references: [users.id], relationName: "athlete" }),
  // No foreign key: who stops coaching keeps the plans, and loses the profile.
  coachProfile: one(coachProfiles, { fields: [trainingPlans.coachId], references: [coachProfiles.userId] }),
  phases: many(planPhases),
  workouts: many(workouts),
}));

export const planPhasesRelations = relations(planPhases, ({ one }) => ({
  plan: one(trainingPlans, { fields: [planPhases.trainingPlanId], references: [trainingPlans.id] }),
}));

export const coachNotesRelations = relations(coachNotes, ({ one }) => ({
  coach: one(users, { fields: [coachNotes.coachId], references: [users.id], relationName: "noteCoach" }),
  athlete: one(users, { fields: [coachNotes.athleteId], references: [users.id], relationName: "noteAthlete" }),
}));

export const workoutsRelations = relations(workouts, ({ one, many }) => ({
  plan: one(trainingPlans, { fields: [workouts.trainingPlanId], references: [trainingPlans.id] }),
  athlete: one(users, { fields: [workouts.athleteId], references: [users.id] }),
  gear: one(gear, { fields: [workouts.gearId], references: [gear.id] }),
  splits: many(workoutSplits),
  exercises: many(workoutExercises),
  comments: many(comments),
  attachments: many(attachments),
}));

export const workoutSplitsRelations = relations(workoutSplits, ({ one }) => ({
  workout: one(workouts, { fields: [workoutSplits.workoutId], references: [workouts.id] }),
}));

export const exercisesRelations = relations(exercises, ({ many }) => ({
  uses: many(workoutExercises),
}));

export const workoutExercisesRelations = relations(workoutExercises, ({ one, many }) => ({
  workout: one(workouts, { fields: [workoutExercises.workoutId], references: [workouts.id] }),
  exercise: one(exercises, { fields: [workoutExercises.exerciseId], references: [exercises.id] }),
  sets: many(exerciseSets),
}));

export const exerciseSetsRelations = relations(exerciseSets, ({ one }) => ({
  exercise: one(workoutExercises, {
    fields: [exerciseSets.workoutId, exerciseSets.position],
    references: [workoutExercises.workoutId, workoutExercises.position],
  }),
}));

export const commentsRelations = relations(comments, ({ one, many }) => ({
  workout: one(workouts, { fields: [comments.workoutId], references: [workouts.id] }),
  author: one(users, { fields: [comments.authorId], references: [users.id] }),
  parent: one(comments, { fields: [comments.parentId], references: [comments.id], relationName: "reply" }),
  replies: many(comments, { relationName: "reply" }),
}));

export const taskTypesRelations = relations(taskTypes, ({ many }) => ({
  dailyTasks: many(dailyTasks),
}));

export const dailyTasksRelations = relations(dailyTasks, ({ one }) => ({
  athlete: one(users, { fields: [dailyTasks.athleteId], references: [users.id] }),
  type: one(taskTypes, { fields: [dailyTasks.taskTypeId], references: [taskTypes.id] }),
}));

export const measurementsRelations = relations(measurements, ({ one }) => ({
  user: one(users, { fields: [measurements.userId], references: [users.id] }),
}));

export const postsRelations = relations(posts, ({ one, many }) => ({
  author: one(users, { fields: [posts.authorId], references: [users.id] }),
  tags: many(postTags),
  likes: many(postLikes),
  attachments: many(attachments),
}));

export const tagsRelations = relations(tags, ({ many }) => ({
  posts: many(postTags),
}));

export const postTagsRelations = relations(postTags, ({ one }) => ({
  post: one(posts, { fields: [postTags.postId], references: [posts.id] }),
  tag: one(tags, { fields: [postTags.tagId], references: [tags.id] }),
}));

export const postLikesRelations = relations(postLikes, ({ one }) => ({
  post: one(posts, { fields: [postLikes.postId], references: [posts.id] }),
  user: one(users, { fields: [postLikes.userId], references: [users.id] }),
}));

export const attachmentsRelations = relations(attachments, ({ one }) => ({
  post: one(posts, { fields: [attachments.postId], references: [posts.id] }),
  workout: one(workouts, { fields: [attachments.workoutId], references: [workouts.id] }),
}));

export const notificationsRelations = relations(notifications, ({ one }) => ({
  user: one(users, { fields: [notifications.userId], references: [users.id] }),
}));

export const productsRelations = relations(products, ({ many }) => ({
  gear: many(gear),
  invoiceLines: many(invoiceLines),
}));

export const gearRelations = relations(gear, ({ one, many }) => ({
  owner: one(users, { fields: [gear.ownerId], references: [users.id] }),
  product: one(products, { fields: [gear.productId], references: [products.id] }),
  workouts: many(workouts),
}));

export const racesRelations = relations(races, ({ many }) => ({
  results: many(raceResults),
}));

export const raceResultsRelations = relations(raceResults, ({ one }) => ({
  race: one(races, { fields: [raceResults.raceId], references: [races.id] }),
  athlete: one(users, { fields: [raceResults.athleteId], references: [users.id] }),
}));

export const subscriptionsRelations = relations(subscriptions, ({ one, many }) => ({
  user: one(users, { fields: [subscriptions.userId], references: [users.id] }),
  invoices: many(invoices),
}));

export const invoicesRelations = relations(invoices, ({ one, many }) => ({
  user: one(users, { fields: [invoices.userId], references: [users.id] }),
  subscription: one(subscriptions, { fields: [invoices.subscriptionId], references: [subscriptions.id] }),
  lines: many(invoiceLines),
  payments: many(payments),
}));

export const invoiceLinesRelations = relations(invoiceLines, ({ one }) => ({
  invoice: one(invoices, { fields: [invoiceLines.invoiceNumber], references: [invoices.number] }),
  product: one(products, { fields: [invoiceLines.productId], references: [products.id] }),
}));

export const paymentsRelations = relations(payments, ({ one }) => ({
  invoice: one(invoices, { fields: [payments.invoiceNumber], references: [invoices.number] }),
}));

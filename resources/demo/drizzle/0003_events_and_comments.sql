-- What drizzle-kit cannot say: a table partitioned by month, triggers, and comments.

CREATE TABLE "events" (
	"at" timestamp with time zone NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"user_id" text,
	"workout_id" bigint,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "events_at_id_pk" PRIMARY KEY("at","id"),
	CONSTRAINT "events_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade,
	CONSTRAINT "events_workout_id_workouts_id_fk" FOREIGN KEY ("workout_id") REFERENCES "public"."workouts"("id") ON DELETE set null,
	CONSTRAINT "events_kind_not_blank" CHECK ("kind" <> '')
) PARTITION BY RANGE ("at");
--> statement-breakpoint
CREATE TABLE "events_2026_01" PARTITION OF "events" FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-02-01 00:00:00+00');--> statement-breakpoint
CREATE TABLE "events_2026_02" PARTITION OF "events" FOR VALUES FROM ('2026-02-01 00:00:00+00') TO ('2026-03-01 00:00:00+00');--> statement-breakpoint
CREATE TABLE "events_2026_03" PARTITION OF "events" FOR VALUES FROM ('2026-03-01 00:00:00+00') TO ('2026-04-01 00:00:00+00');--> statement-breakpoint
CREATE TABLE "events_2026_04" PARTITION OF "events" FOR VALUES FROM ('2026-04-01 00:00:00+00') TO ('2026-05-01 00:00:00+00');--> statement-breakpoint
CREATE TABLE "events_2026_05" PARTITION OF "events" FOR VALUES FROM ('2026-05-01 00:00:00+00') TO ('2026-06-01 00:00:00+00');--> statement-breakpoint
CREATE TABLE "events_2026_06" PARTITION OF "events" FOR VALUES FROM ('2026-06-01 00:00:00+00') TO ('2026-07-01 00:00:00+00');--> statement-breakpoint
CREATE TABLE "events_2026_07" PARTITION OF "events" FOR VALUES FROM ('2026-07-01 00:00:00+00') TO ('2026-08-01 00:00:00+00');--> statement-breakpoint
CREATE TABLE "events_2026_08" PARTITION OF "events" FOR VALUES FROM ('2026-08-01 00:00:00+00') TO ('2026-09-01 00:00:00+00');--> statement-breakpoint
CREATE TABLE "events_2026_09" PARTITION OF "events" FOR VALUES FROM ('2026-09-01 00:00:00+00') TO ('2026-10-01 00:00:00+00');--> statement-breakpoint
CREATE TABLE "events_2026_10" PARTITION OF "events" FOR VALUES FROM ('2026-10-01 00:00:00+00') TO ('2026-11-01 00:00:00+00');--> statement-breakpoint
CREATE TABLE "events_2026_11" PARTITION OF "events" FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');--> statement-breakpoint
CREATE TABLE "events_2026_12" PARTITION OF "events" FOR VALUES FROM ('2026-12-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');--> statement-breakpoint
CREATE INDEX "events_user_id_at_idx" ON "events" USING btree ("user_id","at" DESC);--> statement-breakpoint
CREATE INDEX "events_at_brin_idx" ON "events" USING brin ("at");--> statement-breakpoint
CREATE FUNCTION "set_updated_at"() RETURNS trigger
	LANGUAGE plpgsql
	AS $$
begin
	new.updated_at := now();
	return new;
end;
$$;
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "users" FOR EACH ROW EXECUTE FUNCTION "set_updated_at"();--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "training_plans" FOR EACH ROW EXECUTE FUNCTION "set_updated_at"();--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "posts" FOR EACH ROW EXECUTE FUNCTION "set_updated_at"();--> statement-breakpoint
COMMENT ON TABLE "users" IS 'Everybody who can sign in: athletes, their coaches, and us.';--> statement-breakpoint
COMMENT ON COLUMN "users"."id" IS 'Opaque and stable; safe to show in a URL.';--> statement-breakpoint
COMMENT ON COLUMN "users"."email" IS 'As typed. Unique without regard to case, see users_email_lower_idx.';--> statement-breakpoint
COMMENT ON COLUMN "users"."avatar" IS 'Thumbnail of at most a few hundred bytes, shown before the image has loaded.';--> statement-breakpoint
COMMENT ON COLUMN "users"."weight_kg" IS 'Last known weight; the history is in measurements.';--> statement-breakpoint
COMMENT ON COLUMN "users"."time_zone" IS 'IANA name. Days begin and reminders ring in this zone.';--> statement-breakpoint
COMMENT ON COLUMN "users"."interests" IS 'Free words the athlete chose when signing up.';--> statement-breakpoint
COMMENT ON COLUMN "users"."referred_by_id" IS 'Who sent the invitation, if anyone did.';--> statement-breakpoint
COMMENT ON TABLE "sessions" IS 'Browser sessions. Rows past expires_at are removed every hour.';--> statement-breakpoint
COMMENT ON TABLE "accounts" IS 'Sign-in through another provider: one row for each linked account.';--> statement-breakpoint
COMMENT ON COLUMN "accounts"."scopes" IS 'What the user agreed to share. NULL when the provider does not tell.';--> statement-breakpoint
COMMENT ON TABLE "verification_tokens" IS 'One-time tokens sent by mail. Deleted when used.';--> statement-breakpoint
COMMENT ON TABLE "passkeys" IS 'WebAuthn credentials.';--> statement-breakpoint
COMMENT ON COLUMN "passkeys"."sign_count" IS 'Must grow with every use; a smaller number means a cloned key.';--> statement-breakpoint
COMMENT ON TABLE "coach_profiles" IS 'What a coach tells about themselves. One row for each user with the role coach.';--> statement-breakpoint
COMMENT ON COLUMN "coach_profiles"."languages" IS 'ISO 639-1 codes, best spoken first.';--> statement-breakpoint
COMMENT ON COLUMN "coach_profiles"."hourly_rate" IS 'In euros. NULL: on request.';--> statement-breakpoint
COMMENT ON TABLE "coach_notes" IS 'Private notes of a coach. Row security hides them from every other coach.';--> statement-breakpoint
COMMENT ON TABLE "teams" IS 'Clubs and the groups inside them.';--> statement-breakpoint
COMMENT ON COLUMN "teams"."parent_id" IS 'The club a group belongs to.';--> statement-breakpoint
COMMENT ON COLUMN "teams"."color" IS '#RRGGBB';--> statement-breakpoint
COMMENT ON TABLE "team_members" IS 'Who belongs to which team, and as what.';--> statement-breakpoint
COMMENT ON TABLE "training_plans" IS 'What a coach has planned for one athlete over a season.';--> statement-breakpoint
COMMENT ON COLUMN "training_plans"."goal" IS 'In the athlete''s own words.';--> statement-breakpoint
COMMENT ON COLUMN "training_plans"."zone_limits" IS 'Upper heart rate of zones 1 to 4, beats per minute.';--> statement-breakpoint
COMMENT ON COLUMN "training_plans"."settings" IS 'restDays (1 = Monday), units, notify. Missing keys mean the defaults.';--> statement-breakpoint
COMMENT ON COLUMN "training_plans"."archived_at" IS 'Set when the status becomes archived.';--> statement-breakpoint
COMMENT ON TABLE "plan_phases" IS 'The blocks of a plan, one after another: base, build, peak, taper.';--> statement-breakpoint
COMMENT ON COLUMN "plan_phases"."load" IS 'Factor on the plan''s weekly hours.';--> statement-breakpoint
COMMENT ON TABLE "workouts" IS 'One training session, planned or done.';--> statement-breakpoint
COMMENT ON COLUMN "workouts"."training_plan_id" IS 'NULL: done outside any plan. Deleting a plan deletes its workouts.';--> statement-breakpoint
COMMENT ON COLUMN "workouts"."distance_m" IS 'Metres. NULL where distance means nothing, as in strength training.';--> statement-breakpoint
COMMENT ON COLUMN "workouts"."meta" IS 'What only some workouts have: zone, pool, intervals, weather, reason for skipping.';--> statement-breakpoint
COMMENT ON COLUMN "workouts"."pace_s_per_km" IS 'Seconds per kilometre, computed from duration and distance.';--> statement-breakpoint
COMMENT ON COLUMN "workouts"."effort" IS 'How hard it felt, 1 (easy) to 10 (all out).';--> statement-breakpoint
COMMENT ON COLUMN "workouts"."heart_rates" IS 'One reading a minute, the first few only.';--> statement-breakpoint
COMMENT ON TABLE "workout_splits" IS 'Times within a workout, in order.';--> statement-breakpoint
COMMENT ON TABLE "exercises" IS 'The exercise catalogue.';--> statement-breakpoint
COMMENT ON TABLE "workout_exercises" IS 'What a strength workout asks for.';--> statement-breakpoint
COMMENT ON TABLE "exercise_sets" IS 'What was really lifted.';--> statement-breakpoint
COMMENT ON TABLE "comments" IS 'Talk below a workout. Deleting a comment deletes its replies.';--> statement-breakpoint
COMMENT ON COLUMN "comments"."author_id" IS 'NULL after the author''s account was deleted.';--> statement-breakpoint
COMMENT ON TABLE "task_types" IS 'Small things an athlete can do every day.';--> statement-breakpoint
COMMENT ON TABLE "daily_tasks" IS 'One task of one athlete on one day.';--> statement-breakpoint
COMMENT ON COLUMN "daily_tasks"."value" IS 'Measured result where the task has one: minutes, millilitres, steps.';--> statement-breakpoint
COMMENT ON TABLE "measurements" IS 'Readings from scales and watches.';--> statement-breakpoint
COMMENT ON TABLE "posts" IS 'Articles by coaches and athletes.';--> statement-breakpoint
COMMENT ON COLUMN "posts"."published" IS 'Drafts are visible to their author only.';--> statement-breakpoint
COMMENT ON COLUMN "posts"."search" IS 'Words of title and body for full text search; the title weighs more.';--> statement-breakpoint
COMMENT ON TABLE "tags" IS 'Topics of posts.';--> statement-breakpoint
COMMENT ON TABLE "post_tags" IS 'Which posts are about what.';--> statement-breakpoint
COMMENT ON TABLE "post_likes" IS 'Who liked what.';--> statement-breakpoint
COMMENT ON TABLE "attachments" IS 'Small files of a post or of a workout, never of both.';--> statement-breakpoint
COMMENT ON TABLE "notifications" IS 'What the bell in the app shows.';--> statement-breakpoint
COMMENT ON TABLE "products" IS 'The shop. Prices include VAT.';--> statement-breakpoint
COMMENT ON COLUMN "products"."price" IS 'Euros.';--> statement-breakpoint
COMMENT ON COLUMN "products"."attributes" IS 'Differs by kind of product: colour, drop_mm, weight_g, material …';--> statement-breakpoint
COMMENT ON TABLE "gear" IS 'Shoes, bikes and watches of an athlete.';--> statement-breakpoint
COMMENT ON TABLE "races" IS 'Races athletes train for.';--> statement-breakpoint
COMMENT ON COLUMN "races"."location" IS 'Longitude, latitude.';--> statement-breakpoint
COMMENT ON TABLE "race_results" IS 'How our athletes did.';--> statement-breakpoint
COMMENT ON COLUMN "race_results"."place" IS 'NULL when not finished; then note says why.';--> statement-breakpoint
COMMENT ON SCHEMA "billing" IS 'Subscriptions, invoices and payments. Read by the accountants.';--> statement-breakpoint
COMMENT ON SEQUENCE "billing"."invoice_number" IS 'Numbers without gaps are not promised.';--> statement-breakpoint
COMMENT ON TABLE "billing"."subscriptions" IS 'Who pays for what, and since when.';--> statement-breakpoint
COMMENT ON TABLE "billing"."invoices" IS 'Never deleted: void them.';--> statement-breakpoint
COMMENT ON COLUMN "billing"."invoices"."due_on" IS 'Fourteen days after the invoice was issued.';--> statement-breakpoint
COMMENT ON TABLE "billing"."invoice_lines" IS 'What an invoice is made of.';--> statement-breakpoint
COMMENT ON TABLE "billing"."payments" IS 'Money that arrived.';--> statement-breakpoint
COMMENT ON TABLE "events" IS 'What happened in the app, partitioned by month.';--> statement-breakpoint
COMMENT ON COLUMN "events"."payload" IS 'Depends on kind.';--> statement-breakpoint
COMMENT ON TYPE "plan_status" IS 'draft, active or paused, done; archived plans are hidden.';--> statement-breakpoint
COMMENT ON TYPE "workout_status" IS 'planned, then done or skipped.';--> statement-breakpoint
COMMENT ON VIEW "active_plans" IS 'Plans that are being trained now, with names.';--> statement-breakpoint
COMMENT ON MATERIALIZED VIEW "weekly_load" IS 'Volume by athlete and week, of workouts that were done. Refreshed every night.';--> statement-breakpoint
COMMENT ON INDEX "workouts_planned_idx" IS 'For the agenda: what is still to be done, in order.';--> statement-breakpoint
COMMENT ON FUNCTION "set_updated_at"() IS 'Keeps updated_at true whoever writes.';--> statement-breakpoint
COMMENT ON CONSTRAINT "training_plans_not_own_coach" ON "training_plans" IS 'Coaches who train are coached by a colleague.';

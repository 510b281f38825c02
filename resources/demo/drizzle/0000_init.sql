CREATE TYPE "public"."notification_kind" AS ENUM('comment', 'plan', 'race', 'system');--> statement-breakpoint
CREATE TYPE "public"."plan_status" AS ENUM('draft', 'active', 'paused', 'done');--> statement-breakpoint
CREATE TYPE "public"."sport" AS ENUM('run', 'ride', 'swim', 'strength', 'mobility');--> statement-breakpoint
CREATE TYPE "public"."task_cadence" AS ENUM('daily', 'weekdays', 'weekly');--> statement-breakpoint
CREATE TYPE "public"."team_role" AS ENUM('member', 'captain', 'staff');--> statement-breakpoint
CREATE TYPE "public"."user_role" AS ENUM('athlete', 'coach', 'admin');--> statement-breakpoint
CREATE TYPE "public"."workout_status" AS ENUM('planned', 'done', 'skipped');--> statement-breakpoint
CREATE TABLE "accounts" (
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"user_id" text NOT NULL,
	"scopes" text[],
	"access_token" text,
	"refresh_token" text,
	"expires_at" timestamp with time zone,
	CONSTRAINT "accounts_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"credential_id" "bytea" PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"sign_count" bigint DEFAULT 0 NOT NULL,
	"transports" text[],
	"last_used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" "inet",
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" "user_role" DEFAULT 'athlete' NOT NULL,
	"email_verified_at" timestamp with time zone,
	"image" text,
	"avatar" "bytea",
	"birth_date" date,
	"weight_kg" numeric(5, 2),
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"interests" text[] DEFAULT '{}' NOT NULL,
	"referred_by_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_has_at" CHECK (position('@' in "users"."email") > 1),
	CONSTRAINT "users_weight_plausible" CHECK ("users"."weight_kg" between 25 and 300)
);
--> statement-breakpoint
CREATE TABLE "verification_tokens" (
	"identifier" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "verification_tokens_identifier_token_pk" PRIMARY KEY("identifier","token")
);
--> statement-breakpoint
CREATE TABLE "coach_notes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "coach_notes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"coach_id" text NOT NULL,
	"athlete_id" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "coach_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "coach_profiles" (
	"user_id" text PRIMARY KEY NOT NULL,
	"headline" varchar(160) NOT NULL,
	"bio" text,
	"languages" char(2)[] NOT NULL,
	"certifications" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"hourly_rate" numeric(10, 2),
	"max_athletes" smallint DEFAULT 20 NOT NULL,
	CONSTRAINT "coach_profiles_rate_positive" CHECK ("coach_profiles"."hourly_rate" > 0)
);
--> statement-breakpoint
CREATE TABLE "plan_phases" (
	"training_plan_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"name" text NOT NULL,
	"focus" "sport" NOT NULL,
	"weeks" smallint NOT NULL,
	"load" numeric(3, 2) DEFAULT '1.00' NOT NULL,
	CONSTRAINT "plan_phases_training_plan_id_position_pk" PRIMARY KEY("training_plan_id","position"),
	CONSTRAINT "plan_phases_weeks_range" CHECK ("plan_phases"."weeks" between 1 and 26)
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"team_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"role" "team_role" DEFAULT 'member' NOT NULL,
	"joined_on" date DEFAULT now() NOT NULL,
	CONSTRAINT "team_members_team_id_user_id_pk" PRIMARY KEY("team_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"color" char(7) DEFAULT '#2F6FEB' NOT NULL,
	"parent_id" uuid,
	"founded_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "teams_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "training_plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"coach_id" text NOT NULL,
	"athlete_id" text NOT NULL,
	"status" "plan_status" DEFAULT 'draft' NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"goal" text,
	"weekly_hours" numeric(4, 1),
	"zone_limits" integer[],
	"settings" jsonb DEFAULT '{"restDays":[1]}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "training_plans_athlete_start_key" UNIQUE("athlete_id","starts_on"),
	CONSTRAINT "training_plans_ends_after_start" CHECK ("training_plans"."ends_on" > "training_plans"."starts_on"),
	CONSTRAINT "training_plans_not_own_coach" CHECK ("training_plans"."coach_id" <> "training_plans"."athlete_id")
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"post_id" uuid,
	"workout_id" bigint,
	"file_name" text NOT NULL,
	"media_type" text DEFAULT 'application/octet-stream' NOT NULL,
	"content" "bytea" NOT NULL,
	"size_bytes" integer GENERATED ALWAYS AS (octet_length(content)) STORED,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attachments_one_owner" CHECK (num_nonnulls("attachments"."post_id", "attachments"."workout_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notifications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" text NOT NULL,
	"kind" "notification_kind" NOT NULL,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "post_likes" (
	"post_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "post_likes_post_id_user_id_pk" PRIMARY KEY("post_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "post_tags" (
	"post_id" uuid NOT NULL,
	"tag_id" smallint NOT NULL,
	CONSTRAINT "post_tags_post_id_tag_id_pk" PRIMARY KEY("post_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"author_id" text NOT NULL,
	"title" varchar(255) NOT NULL,
	"slug" text NOT NULL,
	"body" text NOT NULL,
	"published" boolean DEFAULT false NOT NULL,
	"published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "posts_author_slug_key" UNIQUE("author_id","slug"),
	CONSTRAINT "posts_published_has_time" CHECK (not "posts"."published" or "posts"."published_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"id" smallint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tags_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 32767 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	CONSTRAINT "tags_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "daily_tasks" (
	"athlete_id" text NOT NULL,
	"day" date NOT NULL,
	"task_type_id" smallint NOT NULL,
	"done" boolean DEFAULT false NOT NULL,
	"done_at" timestamp with time zone,
	"value" integer,
	"note" text,
	CONSTRAINT "daily_tasks_athlete_id_day_task_type_id_pk" PRIMARY KEY("athlete_id","day","task_type_id"),
	CONSTRAINT "daily_tasks_done_at_needs_done" CHECK ("daily_tasks"."done" or "daily_tasks"."done_at" is null)
);
--> statement-breakpoint
CREATE TABLE "measurements" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "measurements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" text NOT NULL,
	"measured_at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"value" double precision NOT NULL,
	"unit" text NOT NULL,
	CONSTRAINT "measurements_kind_known" CHECK ("measurements"."kind" in ('weight', 'resting_hr', 'hrv', 'sleep', 'vo2max'))
);
--> statement-breakpoint
CREATE TABLE "task_types" (
	"id" smallint PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY (sequence name "task_types_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 32767 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"name" text NOT NULL,
	"icon" text,
	"cadence" "task_cadence" DEFAULT 'daily' NOT NULL,
	"remind_at" time,
	"minutes" smallint DEFAULT 10 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "task_types_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "comments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workout_id" bigint NOT NULL,
	"author_id" text,
	"parent_id" bigint,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	CONSTRAINT "comments_body_not_blank" CHECK (length(trim("comments"."body")) > 0)
);
--> statement-breakpoint
CREATE TABLE "exercise_sets" (
	"workout_id" bigint NOT NULL,
	"position" smallint NOT NULL,
	"set_number" smallint NOT NULL,
	"reps_done" smallint NOT NULL,
	"weight_kg" numeric(6, 2),
	CONSTRAINT "exercise_sets_workout_id_position_set_number_pk" PRIMARY KEY("workout_id","position","set_number")
);
--> statement-breakpoint
CREATE TABLE "exercises" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"sport" "sport" DEFAULT 'strength' NOT NULL,
	"muscles" text[] NOT NULL,
	"instructions" text,
	CONSTRAINT "exercises_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "workout_exercises" (
	"workout_id" bigint NOT NULL,
	"position" smallint NOT NULL,
	"exercise_id" integer NOT NULL,
	"sets" smallint DEFAULT 3 NOT NULL,
	"reps" smallint NOT NULL,
	"weight_kg" numeric(6, 2),
	CONSTRAINT "workout_exercises_workout_id_position_pk" PRIMARY KEY("workout_id","position"),
	CONSTRAINT "workout_exercises_sets_positive" CHECK ("workout_exercises"."sets" > 0 and "workout_exercises"."reps" > 0)
);
--> statement-breakpoint
CREATE TABLE "workout_splits" (
	"workout_id" bigint NOT NULL,
	"position" smallint NOT NULL,
	"distance_m" integer NOT NULL,
	"elapsed" interval NOT NULL,
	"climb_m" double precision,
	CONSTRAINT "workout_splits_workout_id_position_pk" PRIMARY KEY("workout_id","position")
);
--> statement-breakpoint
CREATE TABLE "workouts" (
	"id" bigint PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY (sequence name "workouts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"training_plan_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"distance_m" integer,
	"status" "workout_status" DEFAULT 'planned' NOT NULL,
	"meta" jsonb,
	"athlete_id" text NOT NULL,
	"sport" "sport" NOT NULL,
	"duration_s" integer,
	"pace_s_per_km" integer GENERATED ALWAYS AS ((duration_s * 1000 / nullif(distance_m, 0))) STORED,
	"effort" smallint,
	"heart_rates" smallint[],
	"notes" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workouts_distance_range" CHECK ("workouts"."distance_m" between 0 and 400000),
	CONSTRAINT "workouts_effort_range" CHECK ("workouts"."effort" between 1 and 10)
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_referred_by_id_users_id_fk" FOREIGN KEY ("referred_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coach_notes" ADD CONSTRAINT "coach_notes_coach_id_users_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coach_notes" ADD CONSTRAINT "coach_notes_athlete_id_users_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coach_profiles" ADD CONSTRAINT "coach_profiles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_phases" ADD CONSTRAINT "plan_phases_training_plan_id_training_plans_id_fk" FOREIGN KEY ("training_plan_id") REFERENCES "public"."training_plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_parent_id_teams_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."teams"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_plans" ADD CONSTRAINT "training_plans_coach_id_users_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_plans" ADD CONSTRAINT "training_plans_athlete_id_users_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_workout_id_workouts_id_fk" FOREIGN KEY ("workout_id") REFERENCES "public"."workouts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_likes" ADD CONSTRAINT "post_likes_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_likes" ADD CONSTRAINT "post_likes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_tags" ADD CONSTRAINT "post_tags_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_tags" ADD CONSTRAINT "post_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_tasks" ADD CONSTRAINT "daily_tasks_athlete_id_users_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_tasks" ADD CONSTRAINT "daily_tasks_task_type_id_task_types_id_fk" FOREIGN KEY ("task_type_id") REFERENCES "public"."task_types"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measurements" ADD CONSTRAINT "measurements_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_workout_id_workouts_id_fk" FOREIGN KEY ("workout_id") REFERENCES "public"."workouts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_comments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_sets" ADD CONSTRAINT "exercise_sets_workout_exercise_fk" FOREIGN KEY ("workout_id","position") REFERENCES "public"."workout_exercises"("workout_id","position") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workout_exercises" ADD CONSTRAINT "workout_exercises_workout_id_workouts_id_fk" FOREIGN KEY ("workout_id") REFERENCES "public"."workouts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workout_exercises" ADD CONSTRAINT "workout_exercises_exercise_id_exercises_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercises"("id") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "workout_splits" ADD CONSTRAINT "workout_splits_workout_id_workouts_id_fk" FOREIGN KEY ("workout_id") REFERENCES "public"."workouts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workouts" ADD CONSTRAINT "workouts_training_plan_id_training_plans_id_fk" FOREIGN KEY ("training_plan_id") REFERENCES "public"."training_plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workouts" ADD CONSTRAINT "workouts_athlete_id_users_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_user_id_idx" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user_id_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_lower_idx" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "users_coaches_idx" ON "users" USING btree ("name") WHERE "users"."role" = 'coach';--> statement-breakpoint
CREATE INDEX "coach_notes_athlete_id_idx" ON "coach_notes" USING btree ("athlete_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "team_members_user_id_idx" ON "team_members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "training_plans_coach_id_idx" ON "training_plans" USING btree ("coach_id");--> statement-breakpoint
CREATE INDEX "training_plans_active_idx" ON "training_plans" USING btree ("athlete_id","starts_on" DESC NULLS LAST) WHERE "training_plans"."status" = 'active';--> statement-breakpoint
CREATE INDEX "attachments_post_id_idx" ON "attachments" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "attachments_workout_id_idx" ON "attachments" USING btree ("workout_id");--> statement-breakpoint
CREATE INDEX "notifications_unread_idx" ON "notifications" USING btree ("user_id","created_at" DESC NULLS LAST) WHERE "notifications"."read_at" is null;--> statement-breakpoint
CREATE INDEX "post_likes_user_id_idx" ON "post_likes" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "post_tags_tag_id_idx" ON "post_tags" USING btree ("tag_id");--> statement-breakpoint
CREATE INDEX "posts_author_id_idx" ON "posts" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "posts_published_at_idx" ON "posts" USING btree ("published_at" DESC NULLS LAST) WHERE "posts"."published";--> statement-breakpoint
CREATE INDEX "daily_tasks_open_idx" ON "daily_tasks" USING btree ("day") WHERE not "daily_tasks"."done";--> statement-breakpoint
CREATE INDEX "measurements_user_kind_idx" ON "measurements" USING btree ("user_id","kind","measured_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "comments_workout_id_idx" ON "comments" USING btree ("workout_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_parent_id_idx" ON "comments" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "workout_exercises_exercise_id_idx" ON "workout_exercises" USING btree ("exercise_id");--> statement-breakpoint
CREATE INDEX "workouts_training_plan_id_idx" ON "workouts" USING btree ("training_plan_id");--> statement-breakpoint
CREATE INDEX "workouts_athlete_starts_at_idx" ON "workouts" USING btree ("athlete_id","starts_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "workouts_meta_idx" ON "workouts" USING gin ("meta" jsonb_path_ops);--> statement-breakpoint
CREATE POLICY "coach_notes_own" ON "coach_notes" AS PERMISSIVE FOR ALL TO public USING ("coach_notes"."coach_id" = current_setting('app.user_id', true)) WITH CHECK ("coach_notes"."coach_id" = current_setting('app.user_id', true));
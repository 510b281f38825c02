ALTER TYPE "public"."plan_status" ADD VALUE 'archived';--> statement-breakpoint
ALTER TABLE "workouts" ALTER COLUMN "training_plan_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "training_plans" ADD COLUMN "archived_at" timestamp with time zone;
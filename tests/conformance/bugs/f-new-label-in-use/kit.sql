ALTER TYPE "public"."state" ADD VALUE 'new' BEFORE 'open';--> statement-breakpoint
ALTER TABLE "tasks" ALTER COLUMN "state" SET DEFAULT 'new';
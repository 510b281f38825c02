CREATE TYPE "public"."answer" AS ENUM('it''s', 'no');--> statement-breakpoint
ALTER TABLE "t" ADD COLUMN "j" jsonb DEFAULT '{"a":"it's"}'::jsonb;--> statement-breakpoint
ALTER TABLE "t" ADD COLUMN "a" text[] DEFAULT '{"it's"}';--> statement-breakpoint
ALTER TABLE "t" ADD COLUMN "e" "answer" DEFAULT 'it''s';
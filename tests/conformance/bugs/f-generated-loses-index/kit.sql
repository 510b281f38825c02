ALTER TABLE "t" drop column "up";--> statement-breakpoint
ALTER TABLE "t" ADD COLUMN "up" text GENERATED ALWAYS AS (lower(s)) STORED;
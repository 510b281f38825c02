DROP VIEW "v";--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "more" text;--> statement-breakpoint
CREATE VIEW "v" AS (select "id", "name", "mood", "tags", "at", "n", "j", "v", "b", "more", "g" from "users");
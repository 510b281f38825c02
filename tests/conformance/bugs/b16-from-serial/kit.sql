ALTER TABLE "items" ALTER COLUMN "id" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "items" ALTER COLUMN "place" SET DATA TYPE bigint;
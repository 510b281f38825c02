ALTER TABLE "readings" ALTER COLUMN "value" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "readings" ALTER COLUMN "flag" SET DATA TYPE boolean;--> statement-breakpoint
ALTER TABLE "readings" ALTER COLUMN "key" SET DATA TYPE uuid;--> statement-breakpoint
ALTER TABLE "readings" ALTER COLUMN "at" SET DATA TYPE timestamp with time zone;
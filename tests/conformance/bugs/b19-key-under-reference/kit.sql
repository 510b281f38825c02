ALTER TABLE "seats" ALTER COLUMN "row" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "seats" ALTER COLUMN "number" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "seats" DROP CONSTRAINT "seat_key";
--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seat_key" PRIMARY KEY("hall","row","number");--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seat_place" UNIQUE("row","number");
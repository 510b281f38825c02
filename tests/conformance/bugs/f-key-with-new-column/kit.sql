ALTER TABLE "seats" DROP CONSTRAINT "seats_row_number_pk";--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_hall_row_number_pk" PRIMARY KEY("hall","row","number");--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "hall" integer DEFAULT 1 NOT NULL;
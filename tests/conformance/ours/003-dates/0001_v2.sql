ALTER TABLE "moments" ALTER COLUMN "a" SET DATA TYPE timestamp with time zone;--> statement-breakpoint
ALTER TABLE "moments" ALTER COLUMN "a" SET DEFAULT now();--> statement-breakpoint
ALTER TABLE "moments" ALTER COLUMN "c" SET DEFAULT '2024-02-29 10:20:30.456';--> statement-breakpoint
ALTER TABLE "moments" ALTER COLUMN "o" SET DEFAULT '3 days';--> statement-breakpoint
ALTER TABLE "moments" ALTER COLUMN "o" SET NOT NULL;
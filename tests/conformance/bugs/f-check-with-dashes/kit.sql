ALTER TABLE "t" ADD CONSTRAINT "dashes" CHECK ("t"."s" <> 'a);--> statement-breakpoint
ALTER TABLE "t" ADD CONSTRAINT "more" CHECK ("t"."s" <> 'a--b');
CREATE VIEW "public"."a_top" AS (select "id", "n" from "base");--> statement-breakpoint
CREATE VIEW "public"."base" AS (select "id", "n" from "t");
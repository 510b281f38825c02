DROP VIEW "public"."base";--> statement-breakpoint
DROP VIEW "public"."top";
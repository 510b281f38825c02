CREATE TYPE "shop"."Date_kind" AS ENUM('day', 'hour');--> statement-breakpoint
CREATE TYPE "shop"."date_sort" AS ENUM('day', 'hour');--> statement-breakpoint
ALTER TABLE "shop"."orders" ADD COLUMN "kind" date_sort;--> statement-breakpoint
ALTER TABLE "shop"."orders" ADD COLUMN "other" "shop"."Date_kind";
CREATE SCHEMA "billing";
--> statement-breakpoint
CREATE TYPE "billing"."invoice_status" AS ENUM('open', 'paid', 'void');--> statement-breakpoint
CREATE SEQUENCE "billing"."invoice_number" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 26001 CACHE 1;--> statement-breakpoint
CREATE TABLE "billing"."invoice_lines" (
	"invoice_number" integer NOT NULL,
	"position" smallint NOT NULL,
	"product_id" integer,
	"description" text NOT NULL,
	"quantity" integer DEFAULT 1 NOT NULL,
	"unit_price" numeric(10, 2) NOT NULL,
	"total" numeric(12, 2) GENERATED ALWAYS AS (quantity * unit_price) STORED,
	CONSTRAINT "invoice_lines_invoice_number_position_pk" PRIMARY KEY("invoice_number","position"),
	CONSTRAINT "invoice_lines_quantity_positive" CHECK ("billing"."invoice_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "billing"."invoices" (
	"number" integer PRIMARY KEY DEFAULT nextval('billing.invoice_number'::regclass) NOT NULL,
	"user_id" text NOT NULL,
	"subscription_id" uuid,
	"status" "billing"."invoice_status" DEFAULT 'open' NOT NULL,
	"issued_on" date NOT NULL,
	"due_on" date GENERATED ALWAYS AS (issued_on + 14) STORED NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "billing"."payments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"invoice_number" integer NOT NULL,
	"amount" numeric(10, 2) NOT NULL,
	"method" text NOT NULL,
	"reference" text,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payments_reference_key" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "billing"."subscriptions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"tier" text DEFAULT 'basic' NOT NULL,
	"price_per_month" numeric(10, 2) NOT NULL,
	"currency" char(3) DEFAULT 'EUR' NOT NULL,
	"started_on" date NOT NULL,
	"ended_on" date,
	"auto_renew" boolean DEFAULT true NOT NULL,
	CONSTRAINT "subscriptions_tier_known" CHECK ("billing"."subscriptions"."tier" in ('basic', 'plus', 'team'))
);
--> statement-breakpoint
CREATE TABLE "race_results" (
	"race_id" uuid NOT NULL,
	"athlete_id" text NOT NULL,
	"place" integer,
	"finish" interval,
	"note" text,
	CONSTRAINT "race_results_race_id_athlete_id_pk" PRIMARY KEY("race_id","athlete_id"),
	CONSTRAINT "race_results_race_place_key" UNIQUE("race_id","place"),
	CONSTRAINT "race_results_place_or_note" CHECK ("race_results"."place" is not null or "race_results"."note" is not null)
);
--> statement-breakpoint
CREATE TABLE "races" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"city" text NOT NULL,
	"location" "point",
	"sport" "sport" DEFAULT 'run' NOT NULL,
	"held_on" date NOT NULL,
	"distance_m" integer NOT NULL,
	"entry_fee" numeric(8, 2),
	"website" text,
	CONSTRAINT "races_name_held_on_key" UNIQUE("name","held_on")
);
--> statement-breakpoint
CREATE TABLE "gear" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"owner_id" text NOT NULL,
	"product_id" integer,
	"name" text NOT NULL,
	"bought_on" date,
	"retired_on" date,
	CONSTRAINT "gear_retired_after_bought" CHECK ("gear"."retired_on" >= "gear"."bought_on")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" varchar(255) NOT NULL,
	"sku" text NOT NULL,
	"price" numeric(10, 2) NOT NULL,
	"stock" integer DEFAULT 0 NOT NULL,
	"sizes" text[],
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"discontinued" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "products_sku_unique" UNIQUE("sku"),
	CONSTRAINT "products_price_not_negative" CHECK ("products"."price" >= 0),
	CONSTRAINT "products_stock_not_negative" CHECK ("products"."stock" >= 0)
);
--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('simple', title), 'A') || to_tsvector('simple', body)) STORED;--> statement-breakpoint
ALTER TABLE "workouts" ADD COLUMN "gear_id" uuid;--> statement-breakpoint
ALTER TABLE "billing"."invoice_lines" ADD CONSTRAINT "invoice_lines_invoice_number_invoices_number_fk" FOREIGN KEY ("invoice_number") REFERENCES "billing"."invoices"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."invoice_lines" ADD CONSTRAINT "invoice_lines_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD CONSTRAINT "invoices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."invoices" ADD CONSTRAINT "invoices_subscription_id_subscriptions_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "billing"."subscriptions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."payments" ADD CONSTRAINT "payments_invoice_number_invoices_number_fk" FOREIGN KEY ("invoice_number") REFERENCES "billing"."invoices"("number") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."subscriptions" ADD CONSTRAINT "subscriptions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "race_results" ADD CONSTRAINT "race_results_race_id_races_id_fk" FOREIGN KEY ("race_id") REFERENCES "public"."races"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "race_results" ADD CONSTRAINT "race_results_athlete_id_users_id_fk" FOREIGN KEY ("athlete_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gear" ADD CONSTRAINT "gear_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gear" ADD CONSTRAINT "gear_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invoices_user_id_idx" ON "billing"."invoices" USING btree ("user_id","issued_on" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "invoices_open_idx" ON "billing"."invoices" USING btree ("issued_on") WHERE "billing"."invoices"."status" = 'open';--> statement-breakpoint
CREATE INDEX "payments_invoice_number_idx" ON "billing"."payments" USING btree ("invoice_number");--> statement-breakpoint
CREATE INDEX "subscriptions_current_idx" ON "billing"."subscriptions" USING btree ("user_id") WHERE "billing"."subscriptions"."ended_on" is null;--> statement-breakpoint
CREATE INDEX "gear_owner_id_idx" ON "gear" USING btree ("owner_id") WHERE "gear"."retired_on" is null;--> statement-breakpoint
CREATE INDEX "products_price_idx" ON "products" USING btree ("price") WHERE not "products"."discontinued";--> statement-breakpoint
ALTER TABLE "workouts" ADD CONSTRAINT "workouts_gear_id_gear_id_fk" FOREIGN KEY ("gear_id") REFERENCES "public"."gear"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "posts_search_idx" ON "posts" USING gin ("search");--> statement-breakpoint
CREATE INDEX "workouts_gear_id_idx" ON "workouts" USING btree ("gear_id") WHERE "workouts"."gear_id" is not null;--> statement-breakpoint
CREATE INDEX "workouts_planned_idx" ON "workouts" USING btree ("starts_at") WHERE "workouts"."status" = 'planned';--> statement-breakpoint
CREATE VIEW "public"."active_plans" AS (select "training_plans"."id", "training_plans"."title", "coach"."name" as "coach", "athlete"."name" as "athlete", "training_plans"."starts_on", "training_plans"."ends_on", "training_plans"."weekly_hours" from "training_plans" inner join "users" "coach" on "coach"."id" = "training_plans"."coach_id" inner join "users" "athlete" on "athlete"."id" = "training_plans"."athlete_id" where "training_plans"."status" = 'active');--> statement-breakpoint
CREATE MATERIALIZED VIEW "public"."weekly_load" AS (select "athlete_id", date_trunc('week', "starts_at" at time zone 'UTC')::date as "week", count(*) as "workouts", round(sum("distance_m") / 1000.0, 1) as "km", round(sum("duration_s") / 3600.0, 1) as "hours" from "workouts" where "workouts"."status" = 'done' group by "workouts"."athlete_id", 2);
CREATE SCHEMA "blog";
--> statement-breakpoint
CREATE TYPE "mood" AS ENUM('a', 'b');--> statement-breakpoint
CREATE SEQUENCE "public"."s" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 5 CACHE 1;--> statement-breakpoint
CREATE ROLE "admin" WITH CREATEDB;--> statement-breakpoint
CREATE TABLE "blog"."posts" (
	"a" uuid,
	"b" integer,
	CONSTRAINT "posts_pkey" PRIMARY KEY("a","b")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "users_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL UNIQUE,
	"mood" "mood" DEFAULT 'a'::"mood",
	"tags" text[] DEFAULT '{x}'::text[],
	"at" timestamp(3) with time zone DEFAULT now(),
	"n" numeric(10,2) DEFAULT '1.5',
	"j" jsonb DEFAULT '{"a":1}',
	"v" varchar(20),
	"b" boolean DEFAULT true,
	"g" text GENERATED ALWAYS AS (lower(name)) STORED,
	CONSTRAINT "c" CHECK ("id" > 0)
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "users_name_at_index" ON "users" ("name","at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "u" ON "users" (lower("name")) WHERE "id" > 5;--> statement-breakpoint
ALTER TABLE "blog"."posts" ADD CONSTRAINT "posts_b_users_id_fkey" FOREIGN KEY ("b") REFERENCES "users"("id") ON DELETE CASCADE;--> statement-breakpoint
CREATE VIEW "v" AS (select "id", "name", "mood", "tags", "at", "n", "j", "v", "b", "g" from "users");--> statement-breakpoint
CREATE POLICY "p" ON "users" AS PERMISSIVE FOR ALL TO public USING (true);
ALTER TABLE "codes" DROP CONSTRAINT "codes_code_unique";--> statement-breakpoint
ALTER TABLE "uses" DROP CONSTRAINT "uses_code_codes_code_fk";

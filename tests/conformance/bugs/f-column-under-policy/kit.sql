ALTER TABLE "notes" DROP COLUMN "owner";--> statement-breakpoint
ALTER POLICY "p" ON "notes" TO public USING ("notes"."id" > 0);
DROP ROLE "squall_bug_reader";--> statement-breakpoint
ALTER POLICY "p" ON "notes" TO public USING (true);
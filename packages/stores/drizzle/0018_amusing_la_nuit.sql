ALTER TABLE "mohallamart"."shopkeepers" ADD COLUMN "applicant_id" text;--> statement-breakpoint
CREATE INDEX "shopkeepers_by_applicant" ON "mohallamart"."shopkeepers" USING btree ("applicant_id");--> statement-breakpoint
UPDATE "mohallamart"."shopkeepers" SET "applicant_id" = "users"."user_id"
FROM "mohallamart"."users"
WHERE lower("shopkeepers"."email") = "users"."email" AND "shopkeepers"."status" <> 'approved';

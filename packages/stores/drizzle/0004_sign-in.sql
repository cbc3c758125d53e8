CREATE TABLE "mohallamart"."staff" (
	"staff_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	CONSTRAINT "staff_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "platform"."sign_in_codes" (
	"subject_hash" text PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"code_hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "sign_in_codes_by_expiry" ON "platform"."sign_in_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "shopkeepers_by_email" ON "mohallamart"."shopkeepers" USING btree (lower("email"));
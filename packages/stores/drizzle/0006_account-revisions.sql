CREATE TABLE "mohallamart"."closed_accounts" (
	"user_id" text PRIMARY KEY NOT NULL,
	"closed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mohallamart"."users" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;
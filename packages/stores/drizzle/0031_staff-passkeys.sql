ALTER TABLE "platform"."sessions" ADD COLUMN "idle_seconds" integer;--> statement-breakpoint
ALTER TABLE "platform"."sessions" ADD COLUMN "proven_by" text;
CREATE TABLE "platform"."event_traces" (
	"event_id" text NOT NULL,
	"function_id" text NOT NULL,
	"ended" boolean NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "event_traces_event_id_function_id_pk" PRIMARY KEY("event_id","function_id")
);
--> statement-breakpoint
ALTER TABLE "platform"."outbox" ADD COLUMN "traced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "platform"."outbox" ADD COLUMN "look_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "platform"."outbox" ADD COLUMN "resends" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."outbox" ADD COLUMN "lost_since" timestamp with time zone;--> statement-breakpoint
-- What was accepted before has left no traces, and is not looked for.
UPDATE "platform"."outbox" SET "traced_at" = "accepted_at" WHERE "accepted_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "event_traces_by_time" ON "platform"."event_traces" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "outbox_untraced" ON "platform"."outbox" USING btree ("accepted_at") WHERE accepted_at is not null and traced_at is null;
CREATE TABLE "ten_ocean"."community_event_changes" (
	"event_id" text NOT NULL,
	"revision" integer NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	CONSTRAINT "community_event_changes_event_id_revision_pk" PRIMARY KEY("event_id","revision")
);
--> statement-breakpoint
ALTER TABLE "ten_ocean"."community_events" ADD COLUMN "ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ten_ocean"."community_events" ADD COLUMN "cancel_reason" text;--> statement-breakpoint
ALTER TABLE "ten_ocean"."community_events" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ten_ocean"."community_events" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "ten_ocean"."rsvps" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "ten_ocean"."community_event_changes" ADD CONSTRAINT "community_event_changes_event_id_community_events_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "ten_ocean"."community_events"("event_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rsvps_by_user" ON "ten_ocean"."rsvps" USING btree ("user_id");--> statement-breakpoint
ALTER TABLE "ten_ocean"."community_events" ADD CONSTRAINT "community_events_end" CHECK ("ten_ocean"."community_events"."ends_at" > "ten_ocean"."community_events"."starts_at");
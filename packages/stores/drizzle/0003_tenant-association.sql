CREATE SEQUENCE "ten_ocean"."rsvp_position" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "ten_ocean"."announcements" (
	"announcement_id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"published_by" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ten_ocean"."community_events" (
	"event_id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"location" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"capacity" integer,
	"created_by" text NOT NULL,
	"status" text DEFAULT 'scheduled' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "community_events_capacity" CHECK ("ten_ocean"."community_events"."capacity" >= 0),
	CONSTRAINT "community_events_status" CHECK ("ten_ocean"."community_events"."status" in ('scheduled', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "ten_ocean"."maintenance_requests" (
	"request_id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"category" text NOT NULL,
	"priority" text NOT NULL,
	"description" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"assignee_id" text,
	"scheduled_for" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by" text,
	"resolution" text,
	CONSTRAINT "maintenance_requests_priority" CHECK ("ten_ocean"."maintenance_requests"."priority" in ('low', 'normal', 'high', 'urgent')),
	CONSTRAINT "maintenance_requests_resolved" CHECK (("ten_ocean"."maintenance_requests"."status" = 'resolved') = ("ten_ocean"."maintenance_requests"."resolved_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "ten_ocean"."posts" (
	"post_id" text PRIMARY KEY NOT NULL,
	"topic_id" text NOT NULL,
	"user_id" text NOT NULL,
	"body" text NOT NULL,
	"reply_to" text,
	"mentions" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ten_ocean"."posts_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1)
);
--> statement-breakpoint
CREATE TABLE "ten_ocean"."rsvps" (
	"event_id" text NOT NULL,
	"user_id" text NOT NULL,
	"response" text NOT NULL,
	"seats" integer NOT NULL,
	"seated" boolean NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"position" bigint DEFAULT nextval('ten_ocean.rsvp_position') NOT NULL,
	CONSTRAINT "rsvps_event_id_user_id_pk" PRIMARY KEY("event_id","user_id"),
	CONSTRAINT "rsvps_seats" CHECK (("ten_ocean"."rsvps"."response" = 'going') = ("ten_ocean"."rsvps"."seats" > 0)),
	CONSTRAINT "rsvps_seated" CHECK (not "ten_ocean"."rsvps"."seated" or "ten_ocean"."rsvps"."response" = 'going')
);
--> statement-breakpoint
CREATE TABLE "ten_ocean"."topics" (
	"topic_id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_post_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ten_ocean"."preferences" (
	"user_id" text PRIMARY KEY NOT NULL,
	"by_email" boolean NOT NULL,
	"by_push" boolean NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "preferences_digest" CHECK ("ten_ocean"."preferences"."digest" in ('daily', 'weekly', 'off'))
);
--> statement-breakpoint
ALTER TABLE "ten_ocean"."residents" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "ten_ocean"."residents" ADD COLUMN "standing" text DEFAULT 'pending' NOT NULL;--> statement-breakpoint
ALTER TABLE "ten_ocean"."verifications" ADD COLUMN "decided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ten_ocean"."verifications" ADD COLUMN "decided_by" text;--> statement-breakpoint
ALTER TABLE "ten_ocean"."verifications" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "ten_ocean"."maintenance_requests" ADD CONSTRAINT "maintenance_requests_user_id_residents_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "ten_ocean"."residents"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."maintenance_requests" ADD CONSTRAINT "maintenance_requests_unit_id_units_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "ten_ocean"."units"("unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."posts" ADD CONSTRAINT "posts_topic_id_topics_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "ten_ocean"."topics"("topic_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."posts" ADD CONSTRAINT "posts_user_id_residents_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "ten_ocean"."residents"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."rsvps" ADD CONSTRAINT "rsvps_event_id_community_events_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "ten_ocean"."community_events"("event_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."rsvps" ADD CONSTRAINT "rsvps_user_id_residents_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "ten_ocean"."residents"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."topics" ADD CONSTRAINT "topics_user_id_residents_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "ten_ocean"."residents"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."preferences" ADD CONSTRAINT "preferences_user_id_residents_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "ten_ocean"."residents"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announcements_by_time" ON "ten_ocean"."announcements" USING btree ("published_at");--> statement-breakpoint
CREATE INDEX "community_events_by_start" ON "ten_ocean"."community_events" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "maintenance_requests_by_status" ON "ten_ocean"."maintenance_requests" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "posts_by_topic" ON "ten_ocean"."posts" USING btree ("topic_id","position");--> statement-breakpoint
CREATE INDEX "posts_by_time" ON "ten_ocean"."posts" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "rsvps_by_position" ON "ten_ocean"."rsvps" USING btree ("event_id","position");--> statement-breakpoint
ALTER TABLE "ten_ocean"."residents" ADD CONSTRAINT "residents_standing" CHECK ("ten_ocean"."residents"."standing" in ('pending', 'resident', 'alumni', 'suspended'));
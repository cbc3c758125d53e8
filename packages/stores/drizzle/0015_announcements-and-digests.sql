CREATE TABLE "ten_ocean"."digests" (
	"period" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"begun_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "digests_period_until_pk" PRIMARY KEY("period","until"),
	CONSTRAINT "digests_period" CHECK ("ten_ocean"."digests"."period" in ('daily', 'weekly')),
	CONSTRAINT "digests_span" CHECK ("ten_ocean"."digests"."since" < "ten_ocean"."digests"."until")
);
--> statement-breakpoint
ALTER TABLE "ten_ocean"."announcements" ADD COLUMN "floor" integer;--> statement-breakpoint
ALTER TABLE "ten_ocean"."announcements" ADD COLUMN "urgent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "ten_ocean"."announcements" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ten_ocean"."announcements" ADD COLUMN "withdrawn_by" text;--> statement-breakpoint
ALTER TABLE "ten_ocean"."announcements" ADD CONSTRAINT "announcements_withdrawn" CHECK (("ten_ocean"."announcements"."withdrawn_at" is null) = ("ten_ocean"."announcements"."withdrawn_by" is null));
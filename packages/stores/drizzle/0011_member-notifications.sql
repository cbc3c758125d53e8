CREATE TABLE "ten_ocean"."notifications" (
	"notification_id" text NOT NULL,
	"user_id" text NOT NULL,
	"resident_id" text,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"path" text NOT NULL,
	"by_email" boolean NOT NULL,
	"by_push" boolean NOT NULL,
	"held_for_digest" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notifications_user_id_notification_id_pk" PRIMARY KEY("user_id","notification_id"),
	CONSTRAINT "notifications_kind" CHECK ("ten_ocean"."notifications"."kind" in ('verification', 'community', 'maintenance', 'forum', 'announcement')),
	CONSTRAINT "notifications_resident" CHECK ("ten_ocean"."notifications"."resident_id" = "ten_ocean"."notifications"."user_id"),
	CONSTRAINT "notifications_digest" CHECK (not ("ten_ocean"."notifications"."held_for_digest" and ("ten_ocean"."notifications"."by_email" or "ten_ocean"."notifications"."by_push")))
);
--> statement-breakpoint
CREATE TABLE "ten_ocean"."preference_kinds" (
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"by_email" boolean NOT NULL,
	"by_push" boolean NOT NULL,
	"timing" text DEFAULT 'immediate' NOT NULL,
	CONSTRAINT "preference_kinds_user_id_kind_pk" PRIMARY KEY("user_id","kind"),
	CONSTRAINT "preference_kinds_kind" CHECK ("ten_ocean"."preference_kinds"."kind" in ('verification', 'community', 'maintenance', 'forum', 'announcement')),
	CONSTRAINT "preference_kinds_timing" CHECK ("ten_ocean"."preference_kinds"."timing" in ('immediate', 'digest'))
);
--> statement-breakpoint
CREATE TABLE "ten_ocean"."unsubscribe_tokens" (
	"user_id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	CONSTRAINT "unsubscribe_tokens_token_unique" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "ten_ocean"."preferences" ADD COLUMN "quiet_from" text;--> statement-breakpoint
ALTER TABLE "ten_ocean"."preferences" ADD COLUMN "quiet_to" text;--> statement-breakpoint
ALTER TABLE "ten_ocean"."notifications" ADD CONSTRAINT "notifications_resident_id_residents_user_id_fk" FOREIGN KEY ("resident_id") REFERENCES "ten_ocean"."residents"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."preference_kinds" ADD CONSTRAINT "preference_kinds_user_id_residents_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "ten_ocean"."residents"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."unsubscribe_tokens" ADD CONSTRAINT "unsubscribe_tokens_user_id_residents_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "ten_ocean"."residents"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notifications_by_member" ON "ten_ocean"."notifications" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "notifications_by_resident" ON "ten_ocean"."notifications" USING btree ("resident_id");--> statement-breakpoint
-- What somebody chose for everything holds for each kind.
INSERT INTO "ten_ocean"."preference_kinds" ("user_id", "kind", "by_email", "by_push")
	SELECT "user_id", "kind", "by_email", "by_push" FROM "ten_ocean"."preferences"
	CROSS JOIN unnest(array['verification', 'community', 'maintenance', 'forum', 'announcement']) AS "kind";--> statement-breakpoint
ALTER TABLE "ten_ocean"."preferences" DROP COLUMN "by_email";--> statement-breakpoint
ALTER TABLE "ten_ocean"."preferences" DROP COLUMN "by_push";--> statement-breakpoint
ALTER TABLE "ten_ocean"."preferences" ADD CONSTRAINT "preferences_quiet_from" CHECK ("ten_ocean"."preferences"."quiet_from" ~ '^([01][0-9]|2[0-3]):(00|30)$');--> statement-breakpoint
ALTER TABLE "ten_ocean"."preferences" ADD CONSTRAINT "preferences_quiet_to" CHECK ("ten_ocean"."preferences"."quiet_to" ~ '^([01][0-9]|2[0-3]):(00|30)$');--> statement-breakpoint
ALTER TABLE "ten_ocean"."preferences" ADD CONSTRAINT "preferences_quiet_hours" CHECK (("ten_ocean"."preferences"."quiet_from" is null) = ("ten_ocean"."preferences"."quiet_to" is null));--> statement-breakpoint
ALTER TABLE "ten_ocean"."preferences" ADD CONSTRAINT "preferences_quiet_span" CHECK ("ten_ocean"."preferences"."quiet_from" <> "ten_ocean"."preferences"."quiet_to");
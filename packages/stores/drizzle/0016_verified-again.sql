CREATE TABLE "ten_ocean"."email_changes" (
	"user_id" text PRIMARY KEY NOT NULL,
	"change_id" text NOT NULL,
	"new_email" text NOT NULL,
	"old_token" text NOT NULL,
	"new_token" text NOT NULL,
	"old_confirmed_at" timestamp with time zone,
	"new_confirmed_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "email_changes_change_id_unique" UNIQUE("change_id"),
	CONSTRAINT "email_changes_old_token_unique" UNIQUE("old_token"),
	CONSTRAINT "email_changes_new_token_unique" UNIQUE("new_token")
);
--> statement-breakpoint
ALTER TABLE "ten_ocean"."residents" DROP CONSTRAINT "residents_status";--> statement-breakpoint
ALTER TABLE "ten_ocean"."verifications" DROP CONSTRAINT "verifications_status";--> statement-breakpoint
ALTER TABLE "ten_ocean"."verifications" DROP CONSTRAINT "verifications_pkey";--> statement-breakpoint
ALTER TABLE "ten_ocean"."verifications" ADD COLUMN "round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "ten_ocean"."verifications" ADD COLUMN "purpose" text DEFAULT 'registration' NOT NULL;--> statement-breakpoint
ALTER TABLE "ten_ocean"."verifications" ADD COLUMN "unit_id" text;--> statement-breakpoint
ALTER TABLE "ten_ocean"."verifications" ADD CONSTRAINT "verifications_user_id_round_pk" PRIMARY KEY("user_id","round");--> statement-breakpoint
UPDATE "ten_ocean"."verifications" SET "unit_id" = residents."unit_id" FROM "ten_ocean"."residents" residents WHERE residents."user_id" = "verifications"."user_id";--> statement-breakpoint
ALTER TABLE "ten_ocean"."email_changes" ADD CONSTRAINT "email_changes_user_id_residents_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "ten_ocean"."residents"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."verifications" ADD CONSTRAINT "verifications_unit_id_units_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "ten_ocean"."units"("unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "residents_by_unit" ON "ten_ocean"."residents" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "verifications_one_pending" ON "ten_ocean"."verifications" USING btree ("user_id") WHERE status = 'pending';--> statement-breakpoint
ALTER TABLE "ten_ocean"."residents" ADD CONSTRAINT "residents_status" CHECK ("ten_ocean"."residents"."status" in ('pending', 'verified', 'rejected', 'lapsed'));--> statement-breakpoint
ALTER TABLE "ten_ocean"."verifications" ADD CONSTRAINT "verifications_purpose" CHECK ("ten_ocean"."verifications"."purpose" in ('registration', 'move'));--> statement-breakpoint
ALTER TABLE "ten_ocean"."verifications" ADD CONSTRAINT "verifications_status" CHECK ("ten_ocean"."verifications"."status" in ('pending', 'verified', 'rejected', 'lapsed', 'withdrawn'));--> statement-breakpoint
UPDATE "ten_ocean"."residents" SET "standing" = 'resident' WHERE "status" = 'verified' AND "standing" = 'pending';

CREATE TABLE "ten_ocean"."removed_residents" (
	"user_id" text PRIMARY KEY NOT NULL,
	"removed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ten_ocean"."posts" DROP CONSTRAINT "posts_user_id_residents_user_id_fk";
--> statement-breakpoint
ALTER TABLE "ten_ocean"."rsvps" DROP CONSTRAINT "rsvps_user_id_residents_user_id_fk";
--> statement-breakpoint
ALTER TABLE "ten_ocean"."topics" DROP CONSTRAINT "topics_user_id_residents_user_id_fk";
--> statement-breakpoint
ALTER TABLE "ten_ocean"."maintenance_requests" DROP CONSTRAINT "maintenance_requests_user_id_residents_user_id_fk";

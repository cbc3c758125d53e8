CREATE SEQUENCE "ten_ocean"."request_number" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1001 CACHE 1;--> statement-breakpoint
CREATE TABLE "ten_ocean"."maintenance_entries" (
	"entry_id" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ten_ocean"."maintenance_entries_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"by" text,
	"status" text,
	"priority" text,
	"assignee_id" text,
	"scheduled_for" timestamp with time zone,
	"text" text
);
--> statement-breakpoint
ALTER TABLE "ten_ocean"."maintenance_requests" DROP CONSTRAINT "maintenance_requests_resolved";--> statement-breakpoint
ALTER TABLE "ten_ocean"."maintenance_requests" ALTER COLUMN "unit_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ten_ocean"."maintenance_requests" ADD COLUMN "number" integer DEFAULT nextval('ten_ocean.request_number') NOT NULL;--> statement-breakpoint
ALTER TABLE "ten_ocean"."maintenance_requests" ADD COLUMN "area" text;--> statement-breakpoint
ALTER TABLE "ten_ocean"."maintenance_requests" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ten_ocean"."maintenance_requests" ADD COLUMN "closure" text;--> statement-breakpoint
ALTER TABLE "ten_ocean"."maintenance_entries" ADD CONSTRAINT "maintenance_entries_request_id_maintenance_requests_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "ten_ocean"."maintenance_requests"("request_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "maintenance_entries_by_request" ON "ten_ocean"."maintenance_entries" USING btree ("request_id","position");--> statement-breakpoint
CREATE INDEX "maintenance_requests_by_user" ON "ten_ocean"."maintenance_requests" USING btree ("user_id","created_at");--> statement-breakpoint
ALTER TABLE "ten_ocean"."maintenance_requests" ADD CONSTRAINT "maintenance_requests_number_unique" UNIQUE("number");--> statement-breakpoint
ALTER TABLE "ten_ocean"."maintenance_requests" ADD CONSTRAINT "maintenance_requests_place" CHECK (("ten_ocean"."maintenance_requests"."unit_id" is null) = ("ten_ocean"."maintenance_requests"."area" is not null));--> statement-breakpoint
ALTER TABLE "ten_ocean"."maintenance_requests" ADD CONSTRAINT "maintenance_requests_status" CHECK ("ten_ocean"."maintenance_requests"."status" in ('open', 'in-progress', 'on-hold', 'resolved', 'closed'));--> statement-breakpoint
ALTER TABLE "ten_ocean"."maintenance_requests" ADD CONSTRAINT "maintenance_requests_closed" CHECK (("ten_ocean"."maintenance_requests"."status" = 'closed') = ("ten_ocean"."maintenance_requests"."closed_at" is not null and "ten_ocean"."maintenance_requests"."closure" is not null));--> statement-breakpoint
ALTER TABLE "ten_ocean"."maintenance_requests" ADD CONSTRAINT "maintenance_requests_closure" CHECK ("ten_ocean"."maintenance_requests"."closure" in ('confirmed', 'lapsed', 'withdrawn'));--> statement-breakpoint
ALTER TABLE "ten_ocean"."maintenance_requests" ADD CONSTRAINT "maintenance_requests_resolved" CHECK ("ten_ocean"."maintenance_requests"."status" = 'closed' or ("ten_ocean"."maintenance_requests"."status" = 'resolved') = ("ten_ocean"."maintenance_requests"."resolved_at" is not null));--> statement-breakpoint
INSERT INTO "ten_ocean"."maintenance_entries" ("entry_id", "request_id", "at", "kind", "by", "status", "priority")
SELECT 'entry_' || "number" || 'n1', "request_id", "created_at", 'created', "user_id", 'open', "priority" FROM "ten_ocean"."maintenance_requests" ORDER BY "created_at", "request_id";--> statement-breakpoint
INSERT INTO "ten_ocean"."maintenance_entries" ("entry_id", "request_id", "at", "kind", "by", "status", "text")
SELECT 'entry_' || "number" || 'n2', "request_id", "resolved_at", 'resolved', "resolved_by", 'resolved', "resolution" FROM "ten_ocean"."maintenance_requests" WHERE "status" = 'resolved' ORDER BY "resolved_at", "request_id";

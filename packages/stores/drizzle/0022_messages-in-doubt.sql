CREATE TABLE "platform"."delivery_reports" (
	"message_id" text PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."suppressions" (
	"channel" text NOT NULL,
	"address_hash" text NOT NULL,
	"reason" text NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "suppressions_channel_address_hash_pk" PRIMARY KEY("channel","address_hash")
);
--> statement-breakpoint
CREATE TABLE "platform"."runs_in_doubt" (
	"run_id" text PRIMARY KEY NOT NULL,
	"app" text NOT NULL,
	"workflow" text NOT NULL,
	"events" json NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DROP INDEX "platform"."send_ledger_ambiguous";--> statement-breakpoint
ALTER TABLE "platform"."deliveries" ADD COLUMN "doubt_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "platform"."deliveries" ADD COLUMN "run_id" text;--> statement-breakpoint
ALTER TABLE "platform"."deliveries" ADD COLUMN "asked" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."deliveries" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "platform"."send_ledger" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "delivery_reports_by_time" ON "platform"."delivery_reports" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "deliveries_by_message" ON "platform"."deliveries" USING btree ("message_id") WHERE message_id is not null;--> statement-breakpoint
CREATE INDEX "deliveries_in_doubt" ON "platform"."deliveries" USING btree ("doubt_since") WHERE status = 'unknown';--> statement-breakpoint
CREATE INDEX "send_ledger_in_doubt" ON "platform"."send_ledger" USING btree ("started_at") WHERE state in ('ambiguous', 'sending');--> statement-breakpoint
UPDATE "platform"."deliveries" SET "doubt_since" = "recorded_at" WHERE "status" = 'unknown';

CREATE TABLE "platform"."log_batches" (
	"log" text PRIMARY KEY NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "platform"."log_batches_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"from" timestamp with time zone NOT NULL,
	"ids" text[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mohallamart"."analytics_buckets" ADD COLUMN "orders_cancelled" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mohallamart"."analytics_buckets" ADD COLUMN "cancelled_paise" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mohallamart"."analytics_sessions" ADD COLUMN "started_checkout" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "mohallamart"."analytics_users" ADD COLUMN "orders_cancelled" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mohallamart"."analytics_users" ADD COLUMN "cancelled_paise" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "notifications_by_reading" ON "mohallamart"."notifications" USING btree ("read_at") WHERE read_at is not null;--> statement-breakpoint
CREATE INDEX "deliveries_by_time" ON "platform"."deliveries" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "send_ledger_by_time" ON "platform"."send_ledger" USING btree ("settled_at") WHERE settled_at is not null;
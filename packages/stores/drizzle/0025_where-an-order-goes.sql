CREATE TABLE "mohallamart"."order_addresses" (
	"order_id" text PRIMARY KEY NOT NULL,
	"line1" text NOT NULL,
	"line2" text,
	"landmark" text,
	"pin_code" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."saved_addresses" (
	"address_id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"line1" text NOT NULL,
	"line2" text,
	"landmark" text,
	"pin_code" text NOT NULL,
	"used_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."parcel_notices" (
	"notice_id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"tracking_number" text,
	"outcome" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "parcel_notices_outcome" CHECK ("mohallamart"."parcel_notices"."outcome" in ('moved', 'noted', 'late', 'impossible', 'unknown-order'))
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."released_payments" (
	"payment_id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"total_paise" bigint NOT NULL,
	"refusal" text NOT NULL,
	"contact_name" text,
	"contact_email" text,
	"released_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mohallamart"."shopkeepers" DROP CONSTRAINT "shopkeepers_status";--> statement-breakpoint
ALTER TABLE "mohallamart"."checkouts" ADD COLUMN "address" json;--> statement-breakpoint
ALTER TABLE "mohallamart"."shopkeepers" ADD COLUMN "rejected_by" text;--> statement-breakpoint
ALTER TABLE "mohallamart"."shopkeepers" ADD COLUMN "rejection" text;--> statement-breakpoint
ALTER TABLE "mohallamart"."order_addresses" ADD CONSTRAINT "order_addresses_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "mohallamart"."orders"("order_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mohallamart"."saved_addresses" ADD CONSTRAINT "saved_addresses_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "mohallamart"."users"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_addresses_by_user" ON "mohallamart"."saved_addresses" USING btree ("user_id","used_at");--> statement-breakpoint
CREATE INDEX "parcel_notices_by_order" ON "mohallamart"."parcel_notices" USING btree ("order_id","at");--> statement-breakpoint
CREATE INDEX "released_payments_by_order" ON "mohallamart"."released_payments" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "released_payments_by_time" ON "mohallamart"."released_payments" USING btree ("released_at");--> statement-breakpoint
CREATE INDEX "released_payments_by_email" ON "mohallamart"."released_payments" USING btree ("contact_email");--> statement-breakpoint
ALTER TABLE "mohallamart"."shopkeepers" ADD CONSTRAINT "shopkeepers_status" CHECK ("mohallamart"."shopkeepers"."status" in ('applied', 'approved', 'rejected', 'lapsed'));
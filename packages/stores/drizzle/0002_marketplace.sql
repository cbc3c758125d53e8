CREATE TABLE "mohallamart"."analytics_buckets" (
	"bucket" text NOT NULL,
	"start" timestamp with time zone NOT NULL,
	"page_views" integer DEFAULT 0 NOT NULL,
	"searches" integer DEFAULT 0 NOT NULL,
	"search_conversions" integer DEFAULT 0 NOT NULL,
	"carts_filled" integer DEFAULT 0 NOT NULL,
	"checkouts_started" integer DEFAULT 0 NOT NULL,
	"orders" integer DEFAULT 0 NOT NULL,
	"revenue_paise" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "analytics_buckets_bucket_start_pk" PRIMARY KEY("bucket","start")
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."analytics_events" (
	"event_id" text PRIMARY KEY NOT NULL,
	"event" text NOT NULL,
	"user_id" text,
	"session_id" text,
	"properties" json NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."analytics_sessions" (
	"session_id" text PRIMARY KEY NOT NULL,
	"user_id" text,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"filled_cart" boolean NOT NULL,
	"ordered" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."analytics_users" (
	"user_id" text PRIMARY KEY NOT NULL,
	"page_views" integer DEFAULT 0 NOT NULL,
	"searches" integer DEFAULT 0 NOT NULL,
	"search_conversions" integer DEFAULT 0 NOT NULL,
	"carts_filled" integer DEFAULT 0 NOT NULL,
	"checkouts_started" integer DEFAULT 0 NOT NULL,
	"orders" integer DEFAULT 0 NOT NULL,
	"revenue_paise" bigint DEFAULT 0 NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."notifications" (
	"notification_id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"type" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"data" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."preferences" (
	"user_id" text PRIMARY KEY NOT NULL,
	"language" text NOT NULL,
	"area" text,
	"by_email" boolean NOT NULL,
	"by_sms" boolean NOT NULL,
	"by_push" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."watchers" (
	"product_id" text NOT NULL,
	"user_id" text NOT NULL,
	CONSTRAINT "watchers_product_id_user_id_pk" PRIMARY KEY("product_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "mohallamart"."inventory_log" ADD COLUMN "available_after" integer;--> statement-breakpoint
UPDATE "mohallamart"."inventory_log" SET "available_after" = "stock_after";--> statement-breakpoint
ALTER TABLE "mohallamart"."inventory_log" ALTER COLUMN "available_after" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "mohallamart"."orders" ADD COLUMN "payment_status" text DEFAULT 'due' NOT NULL;--> statement-breakpoint
UPDATE "mohallamart"."orders" SET "payment_status" = 'authorised' WHERE "payment" = 'prepaid';--> statement-breakpoint
ALTER TABLE "mohallamart"."orders" ADD COLUMN "stock_restored_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mohallamart"."shopkeepers" ADD COLUMN "status" text DEFAULT 'approved' NOT NULL;--> statement-breakpoint
ALTER TABLE "mohallamart"."shopkeepers" ADD COLUMN "dashboard_access" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "mohallamart"."shopkeepers" ADD COLUMN "approved_by" text;--> statement-breakpoint
ALTER TABLE "mohallamart"."shopkeepers" ADD COLUMN "decided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mohallamart"."notifications" ADD CONSTRAINT "notifications_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "mohallamart"."users"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mohallamart"."preferences" ADD CONSTRAINT "preferences_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "mohallamart"."users"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mohallamart"."watchers" ADD CONSTRAINT "watchers_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "mohallamart"."products"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mohallamart"."watchers" ADD CONSTRAINT "watchers_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "mohallamart"."users"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "analytics_events_by_time" ON "mohallamart"."analytics_events" USING btree ("at","event_id");--> statement-breakpoint
CREATE INDEX "analytics_events_by_user" ON "mohallamart"."analytics_events" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "analytics_sessions_by_time" ON "mohallamart"."analytics_sessions" USING btree ("first_at");--> statement-breakpoint
CREATE INDEX "analytics_sessions_by_user" ON "mohallamart"."analytics_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "notifications_by_user" ON "mohallamart"."notifications" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "watchers_by_user" ON "mohallamart"."watchers" USING btree ("user_id");--> statement-breakpoint
ALTER TABLE "mohallamart"."shopkeepers" ADD CONSTRAINT "shopkeepers_status" CHECK ("mohallamart"."shopkeepers"."status" in ('applied', 'approved', 'lapsed'));
CREATE TABLE "mohallamart"."received_applications" (
	"shopkeeper_id" text PRIMARY KEY NOT NULL,
	"shop_name" text NOT NULL,
	"area" text NOT NULL,
	"description" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"token" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "received_applications_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."order_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"issued_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ten_ocean"."registrations" (
	"user_id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"unit_id" text,
	"token" text NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "registrations_token_unique" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "mohallamart"."orders" ADD COLUMN "link_generation" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "mohallamart"."order_links" ADD CONSTRAINT "order_links_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "mohallamart"."orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."registrations" ADD CONSTRAINT "registrations_unit_id_units_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "ten_ocean"."units"("unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "received_applications_by_email" ON "mohallamart"."received_applications" USING btree ("email");--> statement-breakpoint
CREATE INDEX "received_applications_by_expiry" ON "mohallamart"."received_applications" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "order_links_by_order" ON "mohallamart"."order_links" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "registrations_by_email" ON "ten_ocean"."registrations" USING btree ("email");--> statement-breakpoint
CREATE INDEX "registrations_by_expiry" ON "ten_ocean"."registrations" USING btree ("expires_at");
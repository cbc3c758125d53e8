CREATE SCHEMA "mohallamart";
--> statement-breakpoint
CREATE SCHEMA "platform";
--> statement-breakpoint
CREATE SCHEMA "ten_ocean";
--> statement-breakpoint
CREATE TABLE "mohallamart"."inventory_log" (
	"entry" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mohallamart"."inventory_log_entry_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"product_id" text NOT NULL,
	"order_id" text,
	"reason" text NOT NULL,
	"change" integer NOT NULL,
	"stock_after" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."order_lines" (
	"order_id" text NOT NULL,
	"line" integer NOT NULL,
	"product_id" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"price_paise" integer NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "order_lines_order_id_product_id_pk" PRIMARY KEY("order_id","product_id"),
	CONSTRAINT "order_lines_quantity" CHECK ("mohallamart"."order_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."order_tracking" (
	"order_id" text NOT NULL,
	"status" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "order_tracking_order_id_status_pk" PRIMARY KEY("order_id","status")
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."orders" (
	"order_id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_email" text NOT NULL,
	"contact_phone" text,
	"total_paise" bigint NOT NULL,
	"payment" text NOT NULL,
	"payment_id" text,
	"status" text DEFAULT 'placed' NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"stock_taken_at" timestamp with time zone,
	CONSTRAINT "orders_status" CHECK ("mohallamart"."orders"."status" in ('placed', 'packed', 'shipped', 'delivered', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."products" (
	"product_id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"category" text NOT NULL,
	"unit" text NOT NULL,
	"price_paise" integer NOT NULL,
	"stock" integer NOT NULL,
	"reserved" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "products_price" CHECK ("mohallamart"."products"."price_paise" > 0),
	CONSTRAINT "products_reserved" CHECK ("mohallamart"."products"."reserved" between 0 and "mohallamart"."products"."stock")
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."shopkeepers" (
	"shopkeeper_id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."shops" (
	"shop_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"area" text NOT NULL,
	"description" text NOT NULL,
	"listed" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."users" (
	"user_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "platform"."deliveries" (
	"key" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"workflow" text NOT NULL,
	"recipient" text NOT NULL,
	"channel" text NOT NULL,
	"status" text NOT NULL,
	"message_id" text,
	"reason" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliveries_status" CHECK ("platform"."deliveries"."status" in ('sent', 'failed', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "platform"."outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "platform"."outbox_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"ordering_key" text,
	"payload" json NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accepted_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"next_attempt_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "platform"."send_ledger" (
	"key" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"holder" text NOT NULL,
	"attempts" integer DEFAULT 1 NOT NULL,
	"result" json,
	"last_error" text,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "send_ledger_state" CHECK ("platform"."send_ledger"."state" in ('sending', 'sent', 'ambiguous', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "ten_ocean"."admins" (
	"admin_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text,
	"role" text NOT NULL,
	"floor" integer,
	CONSTRAINT "admins_role" CHECK ("ten_ocean"."admins"."role" in ('admin', 'floor-captain')),
	CONSTRAINT "admins_floor" CHECK (("ten_ocean"."admins"."role" = 'floor-captain') = ("ten_ocean"."admins"."floor" is not null))
);
--> statement-breakpoint
CREATE TABLE "ten_ocean"."residents" (
	"user_id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"unit_id" text,
	"status" text DEFAULT 'pending' NOT NULL,
	"registered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "residents_email_unique" UNIQUE("email"),
	CONSTRAINT "residents_status" CHECK ("ten_ocean"."residents"."status" in ('pending', 'verified', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "ten_ocean"."units" (
	"unit_id" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"floor" integer NOT NULL,
	CONSTRAINT "units_label_unique" UNIQUE("label")
);
--> statement-breakpoint
CREATE TABLE "ten_ocean"."verifications" (
	"user_id" text PRIMARY KEY NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "verifications_status" CHECK ("ten_ocean"."verifications"."status" in ('pending', 'verified', 'rejected'))
);
--> statement-breakpoint
ALTER TABLE "mohallamart"."inventory_log" ADD CONSTRAINT "inventory_log_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "mohallamart"."products"("product_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mohallamart"."inventory_log" ADD CONSTRAINT "inventory_log_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "mohallamart"."orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mohallamart"."order_lines" ADD CONSTRAINT "order_lines_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "mohallamart"."orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mohallamart"."order_lines" ADD CONSTRAINT "order_lines_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "mohallamart"."products"("product_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mohallamart"."order_tracking" ADD CONSTRAINT "order_tracking_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "mohallamart"."orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mohallamart"."orders" ADD CONSTRAINT "orders_shop_id_shops_shop_id_fk" FOREIGN KEY ("shop_id") REFERENCES "mohallamart"."shops"("shop_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mohallamart"."products" ADD CONSTRAINT "products_shop_id_shops_shop_id_fk" FOREIGN KEY ("shop_id") REFERENCES "mohallamart"."shops"("shop_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mohallamart"."shopkeepers" ADD CONSTRAINT "shopkeepers_shop_id_shops_shop_id_fk" FOREIGN KEY ("shop_id") REFERENCES "mohallamart"."shops"("shop_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."residents" ADD CONSTRAINT "residents_unit_id_units_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "ten_ocean"."units"("unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."verifications" ADD CONSTRAINT "verifications_user_id_residents_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "ten_ocean"."residents"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "inventory_log_once" ON "mohallamart"."inventory_log" USING btree ("order_id","product_id","reason");--> statement-breakpoint
CREATE INDEX "inventory_log_by_product" ON "mohallamart"."inventory_log" USING btree ("product_id","at");--> statement-breakpoint
CREATE INDEX "orders_by_user" ON "mohallamart"."orders" USING btree ("user_id","placed_at");--> statement-breakpoint
CREATE INDEX "orders_by_shop" ON "mohallamart"."orders" USING btree ("shop_id","placed_at");--> statement-breakpoint
CREATE INDEX "products_by_shop" ON "mohallamart"."products" USING btree ("shop_id","category","name");--> statement-breakpoint
CREATE INDEX "shopkeepers_by_shop" ON "mohallamart"."shopkeepers" USING btree ("shop_id");--> statement-breakpoint
CREATE INDEX "deliveries_by_subject" ON "platform"."deliveries" USING btree ("subject","recorded_at");--> statement-breakpoint
CREATE INDEX "outbox_pending" ON "platform"."outbox" USING btree ("position") WHERE accepted_at is null;--> statement-breakpoint
CREATE INDEX "outbox_pending_by_key" ON "platform"."outbox" USING btree ("ordering_key","position") WHERE accepted_at is null;--> statement-breakpoint
CREATE INDEX "outbox_accepted" ON "platform"."outbox" USING btree ("accepted_at") WHERE accepted_at is not null;--> statement-breakpoint
CREATE INDEX "send_ledger_ambiguous" ON "platform"."send_ledger" USING btree ("started_at") WHERE state = 'ambiguous';--> statement-breakpoint
CREATE INDEX "verifications_pending" ON "ten_ocean"."verifications" USING btree ("opened_at") WHERE status = 'pending';
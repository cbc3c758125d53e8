CREATE TABLE "mohallamart"."disputes" (
	"dispute_id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"amount_paise" bigint NOT NULL,
	"status" text NOT NULL,
	"answer_by" timestamp with time zone,
	"booked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "disputes_status" CHECK ("mohallamart"."disputes"."status" in ('open', 'under-review', 'won', 'lost', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."reconciliations" (
	"day" text PRIMARY KEY NOT NULL,
	"from" timestamp with time zone NOT NULL,
	"to" timestamp with time zone NOT NULL,
	"payments" integer NOT NULL,
	"refunds" integer NOT NULL,
	"differences" json NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."refunds" (
	"refund_id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"amount_paise" bigint NOT NULL,
	"status" text NOT NULL,
	"booked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refunds_status" CHECK ("mohallamart"."refunds"."status" in ('pending', 'processed', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "mohallamart"."orders" ADD COLUMN "refund_status" text;--> statement-breakpoint
ALTER TABLE "mohallamart"."disputes" ADD CONSTRAINT "disputes_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "mohallamart"."orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mohallamart"."refunds" ADD CONSTRAINT "refunds_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "mohallamart"."orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "disputes_by_order" ON "mohallamart"."disputes" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "refunds_by_order" ON "mohallamart"."refunds" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "orders_by_payment" ON "mohallamart"."orders" USING btree ("payment_id") WHERE payment_id is not null;--> statement-breakpoint
ALTER TABLE "mohallamart"."orders" ADD CONSTRAINT "orders_refund" CHECK ("mohallamart"."orders"."refund_status" is null or ("mohallamart"."orders"."payment_status" = 'captured' and "mohallamart"."orders"."refund_status" in ('pending', 'failed')));
CREATE TABLE "mohallamart"."checkouts" (
	"order_id" text PRIMARY KEY NOT NULL,
	"payment_order_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"items" json NOT NULL,
	"total_paise" bigint NOT NULL,
	"contact_name" text,
	"contact_email" text,
	"contact_phone" text,
	"visit_id" text,
	"status" text DEFAULT 'open' NOT NULL,
	"refusal" text,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "checkouts_payment_order_id_unique" UNIQUE("payment_order_id"),
	CONSTRAINT "checkouts_status" CHECK ("mohallamart"."checkouts"."status" in ('open', 'placed', 'refused')),
	CONSTRAINT "checkouts_refusal" CHECK (("mohallamart"."checkouts"."status" = 'refused') = ("mohallamart"."checkouts"."refusal" is not null)),
	CONSTRAINT "checkouts_contact" CHECK (("mohallamart"."checkouts"."status" = 'open') = ("mohallamart"."checkouts"."contact_name" is not null and "mohallamart"."checkouts"."contact_email" is not null))
);
--> statement-breakpoint
CREATE INDEX "checkouts_by_expiry" ON "mohallamart"."checkouts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "checkouts_by_email" ON "mohallamart"."checkouts" USING btree ("contact_email") WHERE contact_email is not null;
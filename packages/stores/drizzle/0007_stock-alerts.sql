CREATE TABLE "mohallamart"."stock_alerts" (
	"alert_id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"raised_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" text
);
--> statement-breakpoint
ALTER TABLE "mohallamart"."stock_alerts" ADD CONSTRAINT "stock_alerts_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "mohallamart"."products"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "stock_alerts_open" ON "mohallamart"."stock_alerts" USING btree ("product_id") WHERE "mohallamart"."stock_alerts"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "stock_alerts_by_product" ON "mohallamart"."stock_alerts" USING btree ("product_id","raised_at");
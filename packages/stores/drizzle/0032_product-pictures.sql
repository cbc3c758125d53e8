ALTER TABLE "mohallamart"."products" ADD COLUMN "picture" text;--> statement-breakpoint
CREATE UNIQUE INDEX "products_by_picture" ON "mohallamart"."products" USING btree ("picture");
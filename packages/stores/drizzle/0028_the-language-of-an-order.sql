ALTER TABLE "mohallamart"."checkouts" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "mohallamart"."released_payments" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "mohallamart"."orders" ADD COLUMN "language" text;
CREATE TABLE "platform"."copies" (
	"table_name" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"cursor" text,
	"copied" bigint DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'copying' NOT NULL,
	CONSTRAINT "copies_state" CHECK ("platform"."copies"."state" in ('copying', 'compared'))
);

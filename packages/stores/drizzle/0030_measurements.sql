CREATE TABLE "platform"."measurements" (
	"hour" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"owner" text NOT NULL,
	"name" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"again" integer DEFAULT 0 NOT NULL,
	"limited" integer DEFAULT 0 NOT NULL,
	"durations" integer[] NOT NULL,
	CONSTRAINT "measurements_hour_kind_owner_name_pk" PRIMARY KEY("hour","kind","owner","name")
);

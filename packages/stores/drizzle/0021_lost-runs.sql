CREATE TABLE "platform"."step_failures" (
	"run_id" text NOT NULL,
	"step" text NOT NULL,
	"failures" integer DEFAULT 1 NOT NULL,
	"attempt" integer NOT NULL,
	"failed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "step_failures_run_id_step_pk" PRIMARY KEY("run_id","step")
);
--> statement-breakpoint
ALTER TABLE "platform"."dead_letters" ADD COLUMN "replays" integer;--> statement-breakpoint
ALTER TABLE "platform"."dead_letters" ADD COLUMN "next_replay_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "step_failures_by_time" ON "platform"."step_failures" USING btree ("failed_at");
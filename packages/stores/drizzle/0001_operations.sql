CREATE TABLE "platform"."dead_letters" (
	"run_id" text PRIMARY KEY NOT NULL,
	"app" text NOT NULL,
	"workflow" text NOT NULL,
	"event" json NOT NULL,
	"error" json NOT NULL,
	"attempts" integer NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"failed_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"replay_run_id" text,
	CONSTRAINT "dead_letters_status" CHECK ("platform"."dead_letters"."status" in ('open', 'replayed', 'discarded'))
);
--> statement-breakpoint
CREATE TABLE "platform"."sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "dead_letters_by_time" ON "platform"."dead_letters" USING btree ("failed_at");--> statement-breakpoint
CREATE INDEX "dead_letters_by_workflow" ON "platform"."dead_letters" USING btree ("app","workflow","failed_at");--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "platform"."sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_by_use" ON "platform"."sessions" USING btree ("last_used_at");--> statement-breakpoint
CREATE INDEX "sessions_by_expiry" ON "platform"."sessions" USING btree ("expires_at");
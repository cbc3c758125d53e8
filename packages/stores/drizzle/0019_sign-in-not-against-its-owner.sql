CREATE TABLE "platform"."known_browsers" (
	"token_hash" text NOT NULL,
	"user_id" text NOT NULL,
	"last_used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "known_browsers_token_hash_user_id_pk" PRIMARY KEY("token_hash","user_id")
);
--> statement-breakpoint
CREATE TABLE "platform"."passkey_challenges" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"challenge" text NOT NULL,
	"user_id" text,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."passkeys" (
	"credential_id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "platform"."wrong_codes" (
	"counter_hash" text PRIMARY KEY NOT NULL,
	"wrong" integer NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL,
	"held_until" timestamp with time zone DEFAULT now() NOT NULL,
	"noticed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "platform"."sessions" ADD COLUMN "session_id" text DEFAULT gen_random_uuid()::text NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."sessions" ADD COLUMN "standing" text;--> statement-breakpoint
ALTER TABLE "platform"."sessions" ADD COLUMN "browser" text;--> statement-breakpoint
ALTER TABLE "platform"."sessions" ADD COLUMN "network" text;--> statement-breakpoint
ALTER TABLE "platform"."sign_in_codes" ADD COLUMN "long" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "known_browsers_by_user" ON "platform"."known_browsers" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "known_browsers_by_use" ON "platform"."known_browsers" USING btree ("last_used_at");--> statement-breakpoint
CREATE INDEX "passkey_challenges_by_expiry" ON "platform"."passkey_challenges" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "passkeys_by_user" ON "platform"."passkeys" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "wrong_codes_by_time" ON "platform"."wrong_codes" USING btree ("last_at");
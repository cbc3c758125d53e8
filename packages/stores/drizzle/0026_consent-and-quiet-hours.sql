CREATE TABLE "mohallamart"."consents" (
	"consent_id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mohallamart"."consents_consent_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" text NOT NULL,
	"channel" text NOT NULL,
	"granted" boolean NOT NULL,
	"source" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consents_channel" CHECK ("mohallamart"."consents"."channel" in ('email', 'sms', 'push')),
	CONSTRAINT "consents_source" CHECK ("mohallamart"."consents"."source" in ('account-opened', 'account-page', 'link', 'mail-program'))
);
--> statement-breakpoint
CREATE TABLE "mohallamart"."unsubscribe_tokens" (
	"user_id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	CONSTRAINT "unsubscribe_tokens_token_unique" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "mohallamart"."preferences" ADD COLUMN "quiet_from" text;--> statement-breakpoint
ALTER TABLE "mohallamart"."preferences" ADD COLUMN "quiet_to" text;--> statement-breakpoint
ALTER TABLE "mohallamart"."consents" ADD CONSTRAINT "consents_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "mohallamart"."users"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mohallamart"."unsubscribe_tokens" ADD CONSTRAINT "unsubscribe_tokens_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "mohallamart"."users"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consents_by_user" ON "mohallamart"."consents" USING btree ("user_id","consent_id");--> statement-breakpoint
ALTER TABLE "mohallamart"."preferences" ADD CONSTRAINT "preferences_quiet_from" CHECK ("mohallamart"."preferences"."quiet_from" ~ '^([01][0-9]|2[0-3]):(00|30)$');--> statement-breakpoint
ALTER TABLE "mohallamart"."preferences" ADD CONSTRAINT "preferences_quiet_to" CHECK ("mohallamart"."preferences"."quiet_to" ~ '^([01][0-9]|2[0-3]):(00|30)$');--> statement-breakpoint
ALTER TABLE "mohallamart"."preferences" ADD CONSTRAINT "preferences_quiet_hours" CHECK (("mohallamart"."preferences"."quiet_from" is null) = ("mohallamart"."preferences"."quiet_to" is null));--> statement-breakpoint
ALTER TABLE "mohallamart"."preferences" ADD CONSTRAINT "preferences_quiet_span" CHECK ("mohallamart"."preferences"."quiet_from" <> "mohallamart"."preferences"."quiet_to");
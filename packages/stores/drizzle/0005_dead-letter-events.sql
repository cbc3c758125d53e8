ALTER TABLE "platform"."dead_letters" RENAME COLUMN "event" TO "events";--> statement-breakpoint
UPDATE "platform"."dead_letters" SET "events" = json_build_array("events");--> statement-breakpoint
ALTER TABLE "platform"."dead_letters" ALTER COLUMN "attempts" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."dead_letters" ADD COLUMN "replay_of" text;--> statement-breakpoint
CREATE INDEX "dead_letters_by_replayed" ON "platform"."dead_letters" USING btree ("replay_of") WHERE replay_of is not null;
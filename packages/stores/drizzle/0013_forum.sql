CREATE TABLE "ten_ocean"."post_tellings" (
	"post_id" text NOT NULL,
	"user_id" text NOT NULL,
	"topic_id" text NOT NULL,
	"told_in" text,
	CONSTRAINT "post_tellings_post_id_user_id_pk" PRIMARY KEY("post_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "ten_ocean"."telling_windows" (
	"topic_id" text NOT NULL,
	"user_id" text NOT NULL,
	"opened_by" text NOT NULL,
	CONSTRAINT "telling_windows_topic_id_user_id_pk" PRIMARY KEY("topic_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "ten_ocean"."topic_choices" (
	"topic_id" text NOT NULL,
	"user_id" text NOT NULL,
	"choice" text NOT NULL,
	CONSTRAINT "topic_choices_topic_id_user_id_pk" PRIMARY KEY("topic_id","user_id"),
	CONSTRAINT "topic_choices_choice" CHECK ("ten_ocean"."topic_choices"."choice" in ('following', 'muted'))
);
--> statement-breakpoint
CREATE TABLE "ten_ocean"."topic_readings" (
	"topic_id" text NOT NULL,
	"user_id" text NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "topic_readings_topic_id_user_id_pk" PRIMARY KEY("topic_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "ten_ocean"."posts" ADD COLUMN "ever_mentioned" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
UPDATE "ten_ocean"."posts" SET "ever_mentioned" = "mentions";--> statement-breakpoint
ALTER TABLE "ten_ocean"."posts" ADD COLUMN "opening" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "ten_ocean"."posts" ADD COLUMN "edited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ten_ocean"."posts" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ten_ocean"."posts" ADD COLUMN "deleted_by" text;--> statement-breakpoint
ALTER TABLE "ten_ocean"."posts" ADD COLUMN "deletion_reason" text;--> statement-breakpoint
ALTER TABLE "ten_ocean"."post_tellings" ADD CONSTRAINT "post_tellings_post_id_posts_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "ten_ocean"."posts"("post_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."post_tellings" ADD CONSTRAINT "post_tellings_user_id_residents_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "ten_ocean"."residents"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."post_tellings" ADD CONSTRAINT "post_tellings_topic_id_topics_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "ten_ocean"."topics"("topic_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."telling_windows" ADD CONSTRAINT "telling_windows_topic_id_topics_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "ten_ocean"."topics"("topic_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."telling_windows" ADD CONSTRAINT "telling_windows_user_id_residents_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "ten_ocean"."residents"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."topic_choices" ADD CONSTRAINT "topic_choices_topic_id_topics_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "ten_ocean"."topics"("topic_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."topic_choices" ADD CONSTRAINT "topic_choices_user_id_residents_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "ten_ocean"."residents"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."topic_readings" ADD CONSTRAINT "topic_readings_topic_id_topics_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "ten_ocean"."topics"("topic_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ten_ocean"."topic_readings" ADD CONSTRAINT "topic_readings_user_id_residents_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "ten_ocean"."residents"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "post_tellings_waiting" ON "ten_ocean"."post_tellings" USING btree ("topic_id","user_id") WHERE told_in is null;--> statement-breakpoint
CREATE INDEX "post_tellings_by_message" ON "ten_ocean"."post_tellings" USING btree ("told_in");--> statement-breakpoint
CREATE INDEX "telling_windows_by_opener" ON "ten_ocean"."telling_windows" USING btree ("opened_by");--> statement-breakpoint
CREATE INDEX "topics_by_activity" ON "ten_ocean"."topics" USING btree ("last_post_at","topic_id");--> statement-breakpoint
ALTER TABLE "ten_ocean"."posts" ADD CONSTRAINT "posts_deleted" CHECK (("ten_ocean"."posts"."deleted_at" is null) = ("ten_ocean"."posts"."deleted_by" is null));
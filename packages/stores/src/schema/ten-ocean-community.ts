import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import type { CommunityEvent, RsvpResponse } from "../ten-ocean/port.ts";
import { tenOcean } from "./ten-ocean.ts";

const time = (name: string) => timestamp(name, { withTimezone: true });
/** No foreign key: what somebody did for others to see outlives their account, without the personal data. */
const residentId = () => text("user_id").notNull();

export const communityEvents = tenOcean.table(
  "community_events",
  {
    eventId: text("event_id").primaryKey(),
    title: text().notNull(),
    description: text().notNull(),
    location: text().notNull(),
    startsAt: time("starts_at").notNull(),
    endsAt: time("ends_at"),
    capacity: integer(),
    createdBy: text("created_by").notNull(),
    status: text().$type<CommunityEvent["status"]>().notNull().default("scheduled"),
    cancelReason: text("cancel_reason"),
    /** How often it was changed. */
    revision: integer().notNull().default(0),
    createdAt: time("created_at").notNull().defaultNow(),
    updatedAt: time("updated_at").notNull().defaultNow(),
  },
  (table) => [
    index("community_events_by_start").on(table.startsAt),
    check("community_events_capacity", sql`${table.capacity} >= 0`),
    check("community_events_end", sql`${table.endsAt} > ${table.startsAt}`),
    check("community_events_status", sql`${table.status} in ('scheduled', 'cancelled')`),
  ],
);

/** What was and what came of it, by the revision that it led to: so that everyone can be told what changed. */
export const communityEventChanges = tenOcean.table(
  "community_event_changes",
  {
    eventId: text("event_id")
      .notNull()
      .references(() => communityEvents.eventId),
    revision: integer().notNull(),
    before: jsonb().$type<CommunityEvent>().notNull(),
    after: jsonb().$type<CommunityEvent>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.revision] })],
);

export const rsvps = tenOcean.table(
  "rsvps",
  {
    eventId: text("event_id")
      .notNull()
      .references(() => communityEvents.eventId),
    userId: residentId(),
    response: text().$type<RsvpResponse>().notNull(),
    seats: integer().notNull(),
    seated: boolean().notNull(),
    answeredAt: time("answered_at").notNull(),
    /** How often the answer, or whether its seats are theirs, was written. */
    revision: integer().notNull().default(1),
    /** Breaks ties between answers of one moment; a changed answer goes to the end. */
    position: bigint({ mode: "number" }).notNull().default(sql`nextval('ten_ocean.rsvp_position')`),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.userId] }),
    index("rsvps_by_position").on(table.eventId, table.position),
    index("rsvps_by_user").on(table.userId),
    check("rsvps_seats", sql`(${table.response} = 'going') = (${table.seats} > 0)`),
    check("rsvps_seated", sql`not ${table.seated} or ${table.response} = 'going'`),
  ],
);

export const rsvpPosition = tenOcean.sequence("rsvp_position");

export const announcements = tenOcean.table(
  "announcements",
  {
    announcementId: text("announcement_id").primaryKey(),
    title: text().notNull(),
    body: text().notNull(),
    publishedBy: text("published_by").notNull(),
    publishedAt: time("published_at").notNull().defaultNow(),
    /** Whom it concerns; null for the whole house. */
    floor: integer(),
    urgent: boolean().notNull().default(false),
    withdrawnAt: time("withdrawn_at"),
    withdrawnBy: text("withdrawn_by"),
  },
  (table) => [
    index("announcements_by_time").on(table.publishedAt),
    check("announcements_withdrawn", sql`(${table.withdrawnAt} is null) = (${table.withdrawnBy} is null)`),
  ],
);

export const topics = tenOcean.table(
  "topics",
  {
    topicId: text("topic_id").primaryKey(),
    title: text().notNull(),
    userId: residentId(),
    createdAt: time("created_at").notNull().defaultNow(),
    lastPostAt: time("last_post_at").notNull().defaultNow(),
  },
  (table) => [index("topics_by_activity").on(table.lastPostAt, table.topicId)],
);

export const posts = tenOcean.table(
  "posts",
  {
    postId: text("post_id").primaryKey(),
    topicId: text("topic_id")
      .notNull()
      .references(() => topics.topicId),
    userId: residentId(),
    body: text().notNull(),
    replyTo: text("reply_to"),
    mentions: text().array().notNull(),
    /** Everyone whom it named at some time: each is told of it once. */
    everMentioned: text("ever_mentioned").array().notNull().default(sql`'{}'::text[]`),
    /** Whether it is the post that its topic was opened with. */
    opening: boolean().notNull().default(false),
    createdAt: time("created_at").notNull().defaultNow(),
    editedAt: time("edited_at"),
    deletedAt: time("deleted_at"),
    deletedBy: text("deleted_by"),
    deletionReason: text("deletion_reason"),
    position: bigint({ mode: "number" }).generatedAlwaysAsIdentity().notNull(),
  },
  (table) => [
    index("posts_by_topic").on(table.topicId, table.position),
    index("posts_by_time").on(table.createdAt),
    check("posts_deleted", sql`(${table.deletedAt} is null) = (${table.deletedBy} is null)`),
  ],
);

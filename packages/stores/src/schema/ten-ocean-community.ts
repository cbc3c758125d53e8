import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { CommunityEvent, RequestPriority, RequestStatus, RsvpResponse } from "../ten-ocean/port.ts";
import { residents, tenOcean, units } from "./ten-ocean.ts";

const time = (name: string) => timestamp(name, { withTimezone: true });
const residentId = () =>
  text("user_id")
    .notNull()
    .references(() => residents.userId);

export const communityEvents = tenOcean.table(
  "community_events",
  {
    eventId: text("event_id").primaryKey(),
    title: text().notNull(),
    description: text().notNull(),
    location: text().notNull(),
    startsAt: time("starts_at").notNull(),
    capacity: integer(),
    createdBy: text("created_by").notNull(),
    status: text().$type<CommunityEvent["status"]>().notNull().default("scheduled"),
    createdAt: time("created_at").notNull().defaultNow(),
  },
  (table) => [
    index("community_events_by_start").on(table.startsAt),
    check("community_events_capacity", sql`${table.capacity} >= 0`),
    check("community_events_status", sql`${table.status} in ('scheduled', 'cancelled')`),
  ],
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
    /** Breaks ties between answers of one moment; a changed answer goes to the end. */
    position: bigint({ mode: "number" }).notNull().default(sql`nextval('ten_ocean.rsvp_position')`),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.userId] }),
    index("rsvps_by_position").on(table.eventId, table.position),
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

export const maintenanceRequests = tenOcean.table(
  "maintenance_requests",
  {
    requestId: text("request_id").primaryKey(),
    userId: residentId(),
    unitId: text("unit_id")
      .notNull()
      .references(() => units.unitId),
    category: text().notNull(),
    priority: text().$type<RequestPriority>().notNull(),
    description: text().notNull(),
    status: text().$type<RequestStatus>().notNull().default("open"),
    assigneeId: text("assignee_id"),
    scheduledFor: time("scheduled_for"),
    createdAt: time("created_at").notNull().defaultNow(),
    resolvedAt: time("resolved_at"),
    resolvedBy: text("resolved_by"),
    resolution: text(),
  },
  (table) => [
    index("maintenance_requests_by_status").on(table.status, table.createdAt),
    check("maintenance_requests_priority", sql`${table.priority} in ('low', 'normal', 'high', 'urgent')`),
    check(
      "maintenance_requests_resolved",
      sql`(${table.status} = 'resolved') = (${table.resolvedAt} is not null)`,
    ),
  ],
);

export const topics = tenOcean.table("topics", {
  topicId: text("topic_id").primaryKey(),
  title: text().notNull(),
  userId: residentId(),
  createdAt: time("created_at").notNull().defaultNow(),
  lastPostAt: time("last_post_at").notNull().defaultNow(),
});

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
    createdAt: time("created_at").notNull().defaultNow(),
    position: bigint({ mode: "number" }).generatedAlwaysAsIdentity().notNull(),
  },
  (table) => [
    index("posts_by_topic").on(table.topicId, table.position),
    index("posts_by_time").on(table.createdAt),
  ],
);

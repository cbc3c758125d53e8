import { sql } from "drizzle-orm";
import { boolean, check, index, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { KindPreference, NotificationKind, Preferences } from "../ten-ocean/port.ts";
import { residents, tenOcean } from "./ten-ocean.ts";

const residentId = () =>
  text("user_id")
    .notNull()
    .references(() => residents.userId, { onDelete: "cascade" });

const isKind = sql.raw("('verification', 'community', 'maintenance', 'forum', 'announcement')");
const isHalfHour = sql.raw("'^([01][0-9]|2[0-3]):(00|30)$'");

export const preferences = tenOcean.table(
  "preferences",
  {
    userId: residentId().primaryKey(),
    digest: text().$type<Preferences["digest"]>().notNull(),
    /** By the building's clock, as `22:00`. */
    quietFrom: text("quiet_from"),
    quietTo: text("quiet_to"),
  },
  ({ digest, quietFrom, quietTo }) => [
    check("preferences_digest", sql`${digest} in ('daily', 'weekly', 'off')`),
    check("preferences_quiet_from", sql`${quietFrom} ~ ${isHalfHour}`),
    check("preferences_quiet_to", sql`${quietTo} ~ ${isHalfHour}`),
    check("preferences_quiet_hours", sql`(${quietFrom} is null) = (${quietTo} is null)`),
    check("preferences_quiet_span", sql`${quietFrom} <> ${quietTo}`),
  ],
);

/** Of a kind that a resident never chose for there is no row. */
export const preferenceKinds = tenOcean.table(
  "preference_kinds",
  {
    userId: residentId(),
    kind: text().$type<NotificationKind>().notNull(),
    byEmail: boolean("by_email").notNull(),
    byPush: boolean("by_push").notNull(),
    timing: text().$type<KindPreference["timing"]>().notNull().default("immediate"),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.kind] }),
    check("preference_kinds_kind", sql`${table.kind} in ${isKind}`),
    check("preference_kinds_timing", sql`${table.timing} in ('immediate', 'digest')`),
  ],
);

export const unsubscribeTokens = tenOcean.table("unsubscribe_tokens", {
  userId: residentId().primaryKey(),
  token: text().notNull().unique(),
});

export const notifications = tenOcean.table(
  "notifications",
  {
    notificationId: text("notification_id").notNull(),
    /** A resident's or an admin's. */
    userId: text("user_id").notNull(),
    /** The same id when it is a resident's, so that the list goes with the resident. */
    residentId: text("resident_id").references(() => residents.userId, { onDelete: "cascade" }),
    kind: text().$type<NotificationKind>().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    path: text().notNull(),
    /** How the member is told besides. */
    byEmail: boolean("by_email").notNull(),
    byPush: boolean("by_push").notNull(),
    heldForDigest: boolean("held_for_digest").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    readAt: timestamp("read_at", { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.notificationId] }),
    index("notifications_by_member").on(table.userId, table.createdAt),
    index("notifications_by_resident").on(table.residentId),
    check("notifications_kind", sql`${table.kind} in ${isKind}`),
    check("notifications_resident", sql`${table.residentId} = ${table.userId}`),
    check(
      "notifications_digest",
      sql`not (${table.heldForDigest} and (${table.byEmail} or ${table.byPush}))`,
    ),
  ],
);

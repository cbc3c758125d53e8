import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { mohallamart, products, users } from "./mohallamart.ts";

const isHalfHour = sql.raw("'^([01][0-9]|2[0-3]):(00|30)$'");

const userId = () =>
  text("user_id")
    .notNull()
    .references(() => users.userId, { onDelete: "cascade" });

export const preferences = mohallamart.table(
  "preferences",
  {
    userId: userId().primaryKey(),
    language: text().notNull(),
    area: text(),
    byEmail: boolean("by_email").notNull(),
    bySms: boolean("by_sms").notNull(),
    byPush: boolean("by_push").notNull(),
    /** By the marketplace's clock, as `22:00`. */
    quietFrom: text("quiet_from"),
    quietTo: text("quiet_to"),
  },
  ({ quietFrom, quietTo }) => [
    check("preferences_quiet_from", sql`${quietFrom} ~ ${isHalfHour}`),
    check("preferences_quiet_to", sql`${quietTo} ~ ${isHalfHour}`),
    check("preferences_quiet_hours", sql`(${quietFrom} is null) = (${quietTo} is null)`),
    check("preferences_quiet_span", sql`${quietFrom} <> ${quietTo}`),
  ],
);

export const watchers = mohallamart.table(
  "watchers",
  {
    productId: text("product_id")
      .notNull()
      .references(() => products.productId, { onDelete: "cascade" }),
    userId: userId(),
  },
  (table) => [
    primaryKey({ columns: [table.productId, table.userId] }),
    index("watchers_by_user").on(table.userId),
  ],
);

export const notifications = mohallamart.table(
  "notifications",
  {
    notificationId: text("notification_id").primaryKey(),
    userId: userId(),
    type: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    data: jsonb().$type<Record<string, string | number | boolean>>(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    readAt: timestamp("read_at", { withTimezone: true }),
  },
  (table) => [
    index("notifications_by_user").on(table.userId, table.createdAt),
    index("notifications_by_reading").on(table.readAt).where(sql`read_at is not null`),
  ],
);

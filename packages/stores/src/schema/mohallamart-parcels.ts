import { sql } from "drizzle-orm";
import { check, index, text, timestamp } from "drizzle-orm/pg-core";
import type { ParcelNews, ParcelOutcome } from "../mohallamart/parcels/port.ts";
import { mohallamart } from "./mohallamart.ts";

/** What the delivery partner has told, each once. An order that is named need not be there. */
export const parcelNotices = mohallamart.table(
  "parcel_notices",
  {
    /** The partner's. */
    noticeId: text("notice_id").primaryKey(),
    orderId: text("order_id").notNull(),
    status: text().$type<ParcelNews["status"]>().notNull(),
    reason: text(),
    trackingNumber: text("tracking_number"),
    outcome: text().$type<ParcelOutcome>().notNull(),
    /** When it happened, as the partner says. */
    at: timestamp({ withTimezone: true }).notNull(),
    takenAt: timestamp("taken_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("parcel_notices_by_order").on(table.orderId, table.at),
    check(
      "parcel_notices_outcome",
      sql`${table.outcome} in ('moved', 'noted', 'late', 'impossible', 'unknown-order')`,
    ),
  ],
);

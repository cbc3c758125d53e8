import type { DeliveryReport } from "@org/integrations/delivery-reports/port";
import { index, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { platform } from "./platform.ts";

/** What vendors said of messages; by the vendor's id, because a report may come before its delivery is recorded. */
export const deliveryReports = platform.table(
  "delivery_reports",
  {
    messageId: text("message_id").primaryKey(),
    channel: text().$type<DeliveryReport["channel"]>().notNull(),
    state: text().$type<DeliveryReport["state"]>().notNull(),
    /** When it happened, as the vendor says. */
    at: timestamp({ withTimezone: true }).notNull(),
    receivedAt: timestamp("received_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index("delivery_reports_by_time").on(table.receivedAt)],
);

/** Addresses that get nothing more over a channel. */
export const suppressions = platform.table(
  "suppressions",
  {
    channel: text().$type<DeliveryReport["channel"]>().notNull(),
    /** SHA-256 of the address, hexadecimal: the table is no list of addresses. */
    addressHash: text("address_hash").notNull(),
    reason: text().$type<DeliveryReport["state"]>().notNull(),
    since: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.channel, table.addressHash] })],
);

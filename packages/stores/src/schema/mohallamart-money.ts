import { sql } from "drizzle-orm";
import { bigint, check, index, integer, json, text, timestamp } from "drizzle-orm/pg-core";
import type { BookedDispute, BookedRefund, Reconciliation } from "../mohallamart/port.ts";
import { mohallamart, orders } from "./mohallamart.ts";

const ofOrder = () =>
  text("order_id")
    .notNull()
    .references(() => orders.orderId);

/** Money on its way back, as the payment vendor last spoke of it. */
export const refunds = mohallamart.table(
  "refunds",
  {
    /** The vendor's. */
    refundId: text("refund_id").primaryKey(),
    orderId: ofOrder(),
    amountPaise: bigint("amount_paise", { mode: "number" }).notNull(),
    status: text().$type<BookedRefund["status"]>().notNull(),
    bookedAt: timestamp("booked_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("refunds_by_order").on(table.orderId),
    check("refunds_status", sql`${table.status} in ('pending', 'processed', 'failed')`),
  ],
);

/** Payments that a customer's bank questions. */
export const disputes = mohallamart.table(
  "disputes",
  {
    /** The vendor's. */
    disputeId: text("dispute_id").primaryKey(),
    orderId: ofOrder(),
    amountPaise: bigint("amount_paise", { mode: "number" }).notNull(),
    status: text().$type<BookedDispute["status"]>().notNull(),
    answerBy: timestamp("answer_by", { withTimezone: true }),
    bookedAt: timestamp("booked_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("disputes_by_order").on(table.orderId),
    check("disputes_status", sql`${table.status} in ('open', 'under-review', 'won', 'lost', 'closed')`),
  ],
);

/** What a comparison of our books with the payment vendor's found. */
export const reconciliations = mohallamart.table("reconciliations", {
  /** The day up to which was compared: `2026-11-27`. */
  day: text().primaryKey(),
  from: timestamp({ withTimezone: true }).notNull(),
  to: timestamp({ withTimezone: true }).notNull(),
  payments: integer().notNull(),
  refunds: integer().notNull(),
  differences: json().$type<Reconciliation["differences"]>().notNull(),
  madeAt: timestamp("made_at", { withTimezone: true }).notNull().defaultNow(),
});

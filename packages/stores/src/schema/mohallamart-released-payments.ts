import { bigint, index, text, timestamp } from "drizzle-orm/pg-core";
import { mohallamart } from "./mohallamart.ts";

/** Payments that pay for no order, and who is to be told so. Gone after a month. */
export const releasedPayments = mohallamart.table(
  "released_payments",
  {
    /** The payment vendor's. */
    paymentId: text("payment_id").primaryKey(),
    /** Which it was meant for; there need not be one. */
    orderId: text("order_id").notNull(),
    shopId: text("shop_id").notNull(),
    totalPaise: bigint("total_paise", { mode: "number" }).notNull(),
    refusal: text().notNull(),
    contactName: text("contact_name"),
    /** Lower case. */
    contactEmail: text("contact_email"),
    /** In which whoever paid is told. */
    language: text(),
    releasedAt: timestamp("released_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("released_payments_by_order").on(table.orderId),
    index("released_payments_by_time").on(table.releasedAt),
    index("released_payments_by_email").on(table.contactEmail),
  ],
);

import { index, text, timestamp } from "drizzle-orm/pg-core";
import { mohallamart, orders } from "./mohallamart.ts";

/** By which link an order is found. The links themselves are kept nowhere; what ends them is the order's generation. */
export const orderLinks = mohallamart.table(
  "order_links",
  {
    /** SHA-256 of the link's secret part, in hexadecimal. */
    tokenHash: text("token_hash").primaryKey(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.orderId),
    issuedAt: timestamp("issued_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index("order_links_by_order").on(table.orderId)],
);

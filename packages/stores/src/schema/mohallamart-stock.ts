import { sql } from "drizzle-orm";
import { index, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { mohallamart, products } from "./mohallamart.ts";

export const stockAlerts = mohallamart.table(
  "stock_alerts",
  {
    /** The id of the event that raised it. */
    alertId: text("alert_id").primaryKey(),
    productId: text("product_id")
      .notNull()
      .references(() => products.productId, { onDelete: "cascade" }),
    raisedAt: timestamp("raised_at", { withTimezone: true }).notNull().defaultNow(),
    closedAt: timestamp("closed_at", { withTimezone: true }),
    /** The id of the event that closed it. */
    closedBy: text("closed_by"),
  },
  (table) => [
    uniqueIndex("stock_alerts_open").on(table.productId).where(sql`${table.closedAt} is null`),
    index("stock_alerts_by_product").on(table.productId, table.raisedAt),
  ],
);

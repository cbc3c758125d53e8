import { index, text, timestamp } from "drizzle-orm/pg-core";
import { mohallamart, orders, users } from "./mohallamart.ts";

const place = () => ({
  line1: text().notNull(),
  line2: text(),
  landmark: text(),
  pinCode: text("pin_code").notNull(),
});

/** Where orders go. Nobody but the customer, the shop and the delivery partner is told. */
export const orderAddresses = mohallamart.table("order_addresses", {
  orderId: text("order_id")
    .primaryKey()
    .references(() => orders.orderId, { onDelete: "cascade" }),
  ...place(),
});

/** Where customers had things brought to before, to be chosen again. */
export const savedAddresses = mohallamart.table(
  "saved_addresses",
  {
    addressId: text("address_id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.userId, { onDelete: "cascade" }),
    name: text().notNull(),
    phone: text().notNull(),
    ...place(),
    usedAt: timestamp("used_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("saved_addresses_by_user").on(table.userId, table.usedAt)],
);

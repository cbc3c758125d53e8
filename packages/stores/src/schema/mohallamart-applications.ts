import { index, text, timestamp } from "drizzle-orm/pg-core";
import { mohallamart } from "./mohallamart.ts";

/** What was filled in to open a shop, with an address that nobody has proven yet: it is gone after a day. */
export const receivedApplications = mohallamart.table(
  "received_applications",
  {
    /** Under which they apply. */
    shopkeeperId: text("shopkeeper_id").primaryKey(),
    shopName: text("shop_name").notNull(),
    area: text().notNull(),
    description: text().notNull(),
    name: text().notNull(),
    /** Lower case. Several may name one. */
    email: text().notNull(),
    phone: text().notNull(),
    /** Of the link; it is sent by a step that may have to send the same one again, so it is kept as it is. */
    token: text().notNull().unique(),
    receivedAt: timestamp("received_at", { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    index("received_applications_by_email").on(table.email),
    index("received_applications_by_expiry").on(table.expiresAt),
  ],
);

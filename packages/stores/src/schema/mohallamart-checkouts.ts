import { sql } from "drizzle-orm";
import { bigint, check, index, json, text, timestamp } from "drizzle-orm/pg-core";
import type { Checkout, NewCheckout, PostalAddress } from "../mohallamart/port.ts";
import { mohallamart } from "./mohallamart.ts";

/** What customers went to the payment page for; neither a shop nor a product is referenced before there is an order. */
export const checkouts = mohallamart.table(
  "checkouts",
  {
    /** Of the order that is placed once it is paid. */
    orderId: text("order_id").primaryKey(),
    /** The payment vendor's. */
    paymentOrderId: text("payment_order_id").notNull().unique(),
    shopId: text("shop_id").notNull(),
    items: json().$type<NewCheckout["items"]>().notNull(),
    totalPaise: bigint("total_paise", { mode: "number" }).notNull(),
    /** The contact and the visit are kept while the checkout is open, and no longer. */
    contactName: text("contact_name"),
    /** Lower case. */
    contactEmail: text("contact_email"),
    contactPhone: text("contact_phone"),
    /** Kept as long as the contact. */
    address: json().$type<PostalAddress>(),
    visitId: text("visit_id"),
    /** Of its customer, for the order. */
    language: text(),
    status: text().$type<Checkout["status"]>().notNull().default("open"),
    refusal: text(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    index("checkouts_by_expiry").on(table.expiresAt),
    index("checkouts_by_email").on(table.contactEmail).where(sql`contact_email is not null`),
    check("checkouts_status", sql`${table.status} in ('open', 'placed', 'refused')`),
    check("checkouts_refusal", sql`(${table.status} = 'refused') = (${table.refusal} is not null)`),
    check(
      "checkouts_contact",
      sql`(${table.status} = 'open') = (${table.contactName} is not null and ${table.contactEmail} is not null)`,
    ),
  ],
);

import { index, text, timestamp } from "drizzle-orm/pg-core";
import { tenOcean, units } from "./ten-ocean.ts";

/** What was filled in with an address that nobody has proven yet: it takes no address, and is gone after a day. */
export const registrations = tenOcean.table(
  "registrations",
  {
    /** Under which they register. */
    userId: text("user_id").primaryKey(),
    /** Lower case. Several may name one. */
    email: text().notNull(),
    firstName: text("first_name").notNull(),
    lastName: text("last_name").notNull(),
    unitId: text("unit_id").references(() => units.unitId),
    /** Of the link; it is sent by a step that may have to send the same one again, so it is kept as it is. */
    token: text().notNull().unique(),
    requestedAt: timestamp("requested_at", { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    index("registrations_by_email").on(table.email),
    index("registrations_by_expiry").on(table.expiresAt),
  ],
);

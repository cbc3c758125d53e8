import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, text, timestamp } from "drizzle-orm/pg-core";
import type { Consent } from "../mohallamart/users/port.ts";
import { mohallamart, users } from "./mohallamart.ts";

const userId = () =>
  text("user_id")
    .notNull()
    .references(() => users.userId, { onDelete: "cascade" });

export const unsubscribeTokens = mohallamart.table("unsubscribe_tokens", {
  userId: userId().primaryKey(),
  token: text().notNull().unique(),
});

/** Each change of what may be sent to a user who did not ask for it. */
export const consents = mohallamart.table(
  "consents",
  {
    consentId: bigint("consent_id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    userId: userId(),
    channel: text().$type<Consent["channel"]>().notNull(),
    granted: boolean().notNull(),
    source: text().$type<Consent["source"]>().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("consents_by_user").on(table.userId, table.consentId),
    check("consents_channel", sql`${table.channel} in ('email', 'sms', 'push')`),
    check(
      "consents_source",
      sql`${table.source} in ('account-opened', 'account-page', 'link', 'mail-program')`,
    ),
  ],
);

import { getTableConfig } from "drizzle-orm/pg-core";
import { durationOf } from "../../duration.ts";
import { logTables } from "../../logs/tables.ts";
import { logsKeptFor, sessionsUnusedFor } from "../../retention.ts";

/** How long the rows of a table are kept while their person stays. */
export interface Kept {
  until: string;
  /** The code that a figure is from, from the package's folder, and the words there: a test compares them. */
  code?: { file: string; says: string };
}

const days = (duration: string) => `${durationOf(duration) / durationOf("1d")} days`;
const account: Kept = { until: "the account is closed" };
const resident: Kept = { until: "the resident is removed" };
const written: Kept = { until: "for good; nothing says whose it is once the resident is removed" };
const forGood: Kept = { until: "for good, the id alone, so that nobody opens an account under it again" };
const seldom = (until: string, file: string, says: string): Kept => ({ until, code: { file, says } });
const day = "interval '1 day'";
const month = "interval '30 days'";

const over: Partial<Record<keyof typeof logTables, string>> = {
  "dead-letters": "it was replayed or discarded; an open one stays until somebody does",
  deliveries: "it was recorded; one that is in doubt stays until somebody settles it",
  notifications: "it was read; an unread one until the account is closed",
  outbox: "the engine took it",
  "send-ledger": "the outcome was known; one that is in doubt stays until somebody settles it",
};

/** What the cleanup of old logs takes, as it says itself. */
const logs: Record<string, Kept> = Object.fromEntries(
  Object.entries(logTables).map(([log, { table }]) => {
    const { schema, name } = getTableConfig(table);
    const since = over[log as keyof typeof logTables] ?? "it came";
    const until = `${days(logsKeptFor)} after ${since}; then in the archive, without personal data`;
    return [`${schema}.${name}`, { until }];
  }),
);

/** By table, as `ten_ocean.posts`. */
export const keptByTable: Readonly<Record<string, Kept>> = {
  ...logs,
  "platform.event_traces": seldom(
    "2 days after it was seen",
    "src/outbox/look-for-traces.ts",
    "interval '2 days'",
  ),
  "platform.known_browsers": seldom(
    "180 days after it was last used",
    "src/known-browsers/postgres.ts",
    "interval '180 days'",
  ),
  "platform.passkeys": { until: "its owner removes it, or the account is closed" },
  "platform.passkey_challenges": seldom(
    "5 minutes; it goes when it is answered, or with a later one",
    "../commands/src/sessions/passkeys/relying-party.ts",
    "challengeLifetime = 5 * 60_000",
  ),
  "platform.runs_in_doubt": { until: "its messages are settled" },
  "platform.sessions": seldom(
    `${days(sessionsUnusedFor)} after the last use, and 30 days after signing in at most; every night`,
    "../commands/src/sessions/open-session.ts",
    "sessionLifetime = 30 * 24 * 60 * 60_000",
  ),
  "platform.step_failures": seldom("30 days", "src/step-failures/postgres.ts", month),
  "platform.wrong_codes": seldom(
    "7 days after the last one",
    "src/sign-in-codes/wrong-codes.postgres.ts",
    "interval '7 days'",
  ),

  "mohallamart.users": account,
  "mohallamart.closed_accounts": forGood,
  "mohallamart.preferences": account,
  "mohallamart.unsubscribe_tokens": account,
  "mohallamart.consents": account,
  "mohallamart.watchers": { until: "the customer stops watching, or the account is closed" },
  "mohallamart.saved_addresses": { until: "newer ones take its place, or the account is closed" },
  "mohallamart.orders": { until: "for good, for the books; contacts until the account is closed" },
  "mohallamart.order_links": { until: "the link is ended, or the account is closed" },
  "mohallamart.order_addresses": account,
  "mohallamart.checkouts": seldom(
    "contacts and address until it expires, the rest 30 days longer",
    "src/mohallamart/orders/checkouts.postgres.ts",
    month,
  ),
  "mohallamart.released_payments": seldom(
    "30 days",
    "src/mohallamart/orders/released-payments.postgres.ts",
    month,
  ),
  "mohallamart.analytics_sessions": { until: "for good; whose it was until the account is closed" },
  "mohallamart.analytics_users": account,
  "mohallamart.received_applications": seldom(
    "1 day, when nobody confirms it; every night",
    "src/mohallamart/shopkeepers/received-applications.postgres.ts",
    day,
  ),
  "mohallamart.shopkeepers": {
    until:
      "for good, who trades; an application that nobody approved until the applicant's account is closed",
  },

  "ten_ocean.residents": resident,
  "ten_ocean.removed_residents": forGood,
  "ten_ocean.verifications": resident,
  "ten_ocean.registrations": seldom(
    "1 day, when nobody confirms it; every night",
    "src/ten-ocean/verification/registrations.postgres.ts",
    day,
  ),
  "ten_ocean.email_changes": seldom(
    "it is confirmed or replaced, or the resident is removed; its links are good for 1 day",
    "src/ten-ocean/verification/email-changes.postgres.ts",
    day,
  ),
  "ten_ocean.preferences": resident,
  "ten_ocean.preference_kinds": resident,
  "ten_ocean.unsubscribe_tokens": resident,
  "ten_ocean.notifications": resident,
  "ten_ocean.topics": written,
  "ten_ocean.posts": written,
  "ten_ocean.topic_choices": resident,
  "ten_ocean.topic_readings": resident,
  "ten_ocean.post_tellings": resident,
  "ten_ocean.telling_windows": { until: "nothing more waits to be told, or the resident is removed" },
  "ten_ocean.maintenance_requests": written,
  "ten_ocean.maintenance_entries": written,
  "ten_ocean.rsvps": {
    until: "for good, what was attended, for the count; other answers until the resident is removed",
  },
};

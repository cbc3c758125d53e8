import { bigint, index, integer, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { platform } from "./platform.ts";

/** Browsers in which somebody has signed in before, each with everyone who did. */
export const knownBrowsers = platform.table(
  "known_browsers",
  {
    /** SHA-256 of the browser's token, hexadecimal. */
    tokenHash: text("token_hash").notNull(),
    userId: text("user_id").notNull(),
    lastUsedAt: timestamp("last_used_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.tokenHash, table.userId] }),
    index("known_browsers_by_user").on(table.userId),
    index("known_browsers_by_use").on(table.lastUsedAt),
  ],
);

/** Wrong sign-in codes of one stretch, by what they are counted for. */
export const wrongCodes = platform.table(
  "wrong_codes",
  {
    /** SHA-256 of what they are counted for, hexadecimal. */
    counterHash: text("counter_hash").primaryKey(),
    wrong: integer().notNull(),
    since: timestamp({ withTimezone: true }).notNull().defaultNow(),
    lastAt: timestamp("last_at", { withTimezone: true }).notNull().defaultNow(),
    /** No short code is looked at before. */
    heldUntil: timestamp("held_until", { withTimezone: true }).notNull().defaultNow(),
    /** When the owner was told of this stretch. */
    noticedAt: timestamp("noticed_at", { withTimezone: true }),
  },
  (table) => [index("wrong_codes_by_time").on(table.lastAt)],
);

export const passkeys = platform.table(
  "passkeys",
  {
    /** The authenticator's, base64url. */
    credentialId: text("credential_id").primaryKey(),
    userId: text("user_id").notNull(),
    /** As its owner calls it. */
    name: text().notNull(),
    /** COSE, base64url. */
    publicKey: text("public_key").notNull(),
    /** How often the authenticator has signed; 0 for those that do not count. */
    counter: bigint({ mode: "number" }).notNull(),
    transports: text().array().notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    lastUsedAt: timestamp("last_used_at", { withTimezone: true }),
  },
  (table) => [index("passkeys_by_user").on(table.userId)],
);

/** What authenticators are to sign, each for one browser and once. */
export const passkeyChallenges = platform.table(
  "passkey_challenges",
  {
    /** SHA-256 of the browser's token, hexadecimal. */
    tokenHash: text("token_hash").primaryKey(),
    challenge: text().notNull(),
    /** Who adds a passkey; absent where somebody signs in with one. */
    userId: text("user_id"),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("passkey_challenges_by_expiry").on(table.expiresAt)],
);

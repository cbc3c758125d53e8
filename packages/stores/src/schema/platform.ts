import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, json, pgSchema, text, timestamp } from "drizzle-orm/pg-core";
import type { DeadLetterStatus } from "../dead-letters/port.ts";
import type { Delivery } from "../deliveries/port.ts";
import type { LedgerState } from "../ledger/port.ts";
import type { LogName } from "../logs/port.ts";

/** What both products share: messages on their way out and proof of what was sent. */
export const platform = pgSchema("platform");

export const outbox = platform.table(
  "outbox",
  {
    /** The event's id. */
    id: text().primaryKey(),
    /** Order of appending; within an ordering key also the order of sending. */
    position: bigint({ mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    name: text().notNull(),
    orderingKey: text("ordering_key"),
    /** The event as the engine gets it; `json` rather than `jsonb`, which refuses some valid strings. */
    payload: json().notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    acceptedAt: timestamp("accepted_at", { withTimezone: true }),
    attempts: integer().notNull().default(0),
    lastError: text("last_error"),
    /** Set once the event has failed on its own; it is then retried alone. */
    nextAttemptAt: timestamp("next_attempt_at", { withTimezone: true }),
    /** When everything that it had to start was seen, or it was found that it starts nothing. */
    tracedAt: timestamp("traced_at", { withTimezone: true }),
    /** When the reconciler looks for what it started; at once when null. */
    lookAt: timestamp("look_at", { withTimezone: true }),
    /** How often it was sent again after the engine had accepted it. */
    resends: integer().notNull().default(0),
    /** Since when it is known that the engine accepted it and started nothing. */
    lostSince: timestamp("lost_since", { withTimezone: true }),
  },
  (table) => [
    index("outbox_pending").on(table.position).where(sql`accepted_at is null`),
    index("outbox_pending_by_key").on(table.orderingKey, table.position).where(sql`accepted_at is null`),
    index("outbox_accepted").on(table.acceptedAt).where(sql`accepted_at is not null`),
    index("outbox_untraced").on(table.acceptedAt).where(sql`accepted_at is not null and traced_at is null`),
  ],
);

export const sendLedger = platform.table(
  "send_ledger",
  {
    key: text().primaryKey(),
    state: text().$type<LedgerState>().notNull(),
    /** Names the attempt that owns the entry, so that a late answer is booked only by its own attempt. */
    holder: text().notNull(),
    attempts: integer().notNull().default(1),
    result: json(),
    lastError: text("last_error"),
    startedAt: timestamp("started_at", { withTimezone: true }).notNull().defaultNow(),
    settledAt: timestamp("settled_at", { withTimezone: true }),
    /** When operations heard that nobody knows its outcome. */
    toldAt: timestamp("told_at", { withTimezone: true }),
  },
  (table) => [
    check("send_ledger_state", sql`${table.state} in ('sending', 'sent', 'ambiguous', 'failed')`),
    index("send_ledger_in_doubt").on(table.startedAt).where(sql`state in ('ambiguous', 'sending')`),
    index("send_ledger_by_time").on(table.settledAt).where(sql`settled_at is not null`),
  ],
);

export const deliveries = platform.table(
  "deliveries",
  {
    key: text().primaryKey(),
    subject: text().notNull(),
    workflow: text().notNull(),
    recipient: text().$type<Delivery["recipient"]>().notNull(),
    channel: text().$type<Delivery["channel"]>().notNull(),
    status: text().$type<Delivery["status"]>().notNull(),
    messageId: text("message_id"),
    reason: text(),
    recordedAt: timestamp("recorded_at", { withTimezone: true }).notNull().defaultNow(),
    /** Since when its outcome is unknown; null when it is known. */
    doubtSince: timestamp("doubt_since", { withTimezone: true }),
    /** Of an unknown one, the run in `runs_in_doubt`. */
    runId: text("run_id"),
    /** How often the vendor was asked for it since. */
    asked: integer().notNull().default(0),
    /** When operations heard of it. */
    toldAt: timestamp("told_at", { withTimezone: true }),
  },
  (table) => [
    index("deliveries_by_message").on(table.messageId).where(sql`message_id is not null`),
    index("deliveries_in_doubt").on(table.doubtSince).where(sql`status = 'unknown'`),
    check("deliveries_status", sql`${table.status} in ('sent', 'failed', 'unknown')`),
    index("deliveries_by_subject").on(table.subject, table.recordedAt),
    index("deliveries_by_time").on(table.recordedAt),
  ],
);

export const deadLetters = platform.table(
  "dead_letters",
  {
    runId: text("run_id").primaryKey(),
    app: text().notNull(),
    workflow: text().notNull(),
    /** The events that started the run, as an array; `json` for the same reason as the outbox's payload. */
    events: json().notNull(),
    error: json().notNull(),
    attempts: integer(),
    replayOf: text("replay_of"),
    replays: integer(),
    nextReplayAt: timestamp("next_replay_at", { withTimezone: true }),
    status: text().$type<DeadLetterStatus>().notNull().default("open"),
    failedAt: timestamp("failed_at", { withTimezone: true }).notNull(),
    settledAt: timestamp("settled_at", { withTimezone: true }),
    replayRunId: text("replay_run_id"),
  },
  (table) => [
    check("dead_letters_status", sql`${table.status} in ('open', 'replayed', 'discarded')`),
    index("dead_letters_by_time").on(table.failedAt),
    index("dead_letters_by_workflow").on(table.app, table.workflow, table.failedAt),
    index("dead_letters_by_replayed").on(table.replayOf).where(sql`replay_of is not null`),
  ],
);

export const sessions = platform.table(
  "sessions",
  {
    /** SHA-256 of the session's token, hexadecimal: a copy of the table opens no session. */
    tokenHash: text("token_hash").primaryKey(),
    userId: text("user_id").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    lastUsedAt: timestamp("last_used_at", { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    /** Names the session to its owner, and opens nothing. */
    sessionId: text("session_id").notNull().default(sql`gen_random_uuid()::text`),
    /** What its person was when the token was made; null when the token has to be replaced. */
    standing: text(),
    /** How long without a use until it has ended; null where it only expires. */
    idleSeconds: integer("idle_seconds"),
    provenBy: text("proven_by", { enum: ["code", "passkey"] }),
    /** Where it was used last, in words. */
    browser: text(),
    network: text(),
  },
  (table) => [
    index("sessions_by_user").on(table.userId),
    index("sessions_by_use").on(table.lastUsedAt),
    index("sessions_by_expiry").on(table.expiresAt),
  ],
);

/** The batch of each log that is on its way to the archive; at most one, so that a row is in one batch only. */
export const logBatches = platform.table("log_batches", {
  log: text().$type<LogName>().primaryKey(),
  number: bigint({ mode: "number" }).generatedAlwaysAsIdentity().notNull(),
  from: timestamp({ withTimezone: true }).notNull(),
  ids: text().array().notNull(),
});

export const signInCodes = platform.table(
  "sign_in_codes",
  {
    /** SHA-256 of what the code is for, hexadecimal. */
    subjectHash: text("subject_hash").primaryKey(),
    /** Random, so that equal codes have unequal hashes. */
    salt: text().notNull(),
    /** HMAC-SHA-256 of the code under the salt, hexadecimal. */
    codeHash: text("code_hash").notNull(),
    tries: integer().notNull().default(0),
    /** Twelve digits, which nobody guesses: wrong ones are not counted beyond its own tries. */
    long: boolean().notNull().default(false),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("sign_in_codes_by_expiry").on(table.expiresAt)],
);

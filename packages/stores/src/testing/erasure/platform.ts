import { columnsOf, type Decisions } from "./columns.ts";
import type { Rows, RowsOwner } from "./rows.ts";

const word = { impersonal: "A word of ours." };
const vendors = { impersonal: "The vendor's or the engine's own id." };
const worded = { impersonal: "Errors are kept without personal data; a suite of their own sees to that." };
const hash = { impersonal: "A hash with a secret or a random part; nobody is found by it." };

/** What both products keep in the same tables. */
export const platformDecisions: Decisions = {
  ...columnsOf("platform.outbox", "id ordering_key payload", "erased"),
  ...columnsOf("platform.outbox", "name", word),
  ...columnsOf("platform.outbox", "last_error", worded),
  ...columnsOf("platform.event_traces", "event_id", "erased"),
  ...columnsOf("platform.event_traces", "function_id", word),
  ...columnsOf("platform.dead_letters", "events", "erased"),
  ...columnsOf("platform.dead_letters", "run_id replay_of replay_run_id", vendors),
  ...columnsOf("platform.dead_letters", "app workflow status", word),
  ...columnsOf("platform.dead_letters", "error", worded),
  ...columnsOf("platform.measurements", "kind owner name", word),
  ...columnsOf("platform.measurements", "durations", { impersonal: "Counts." }),
  ...columnsOf("platform.step_failures", "run_id step", vendors),
  ...columnsOf("platform.deliveries", "key subject", "erased"),
  ...columnsOf("platform.deliveries", "workflow recipient channel status", word),
  ...columnsOf("platform.deliveries", "message_id run_id", vendors),
  ...columnsOf("platform.deliveries", "reason", worded),
  ...columnsOf("platform.sessions", "user_id browser network", "erased"),
  ...columnsOf("platform.sessions", "token_hash session_id", hash),
  ...columnsOf("platform.sessions", "standing proven_by", word),
  ...columnsOf("platform.known_browsers", "user_id", "erased"),
  ...columnsOf("platform.known_browsers", "token_hash", hash),
  ...columnsOf("platform.passkeys", "credential_id user_id name public_key transports", "erased"),
  ...columnsOf("platform.passkey_challenges", "user_id", "erased"),
  ...columnsOf("platform.passkey_challenges", "token_hash challenge", hash),
  ...columnsOf("platform.wrong_codes", "counter_hash", {
    impersonal: "A hash of an address or a network that somebody tried, whoever has it; gone after a week.",
  }),
  ...columnsOf("platform.delivery_reports", "message_id", vendors),
  ...columnsOf("platform.delivery_reports", "channel state", word),
  // Kept when its person is removed: who wants no messages, or has no such address, gets none by a new account either.
  ...columnsOf("platform.suppressions", "address_hash", {
    impersonal: "A hash of an address, without the address.",
  }),
  ...columnsOf("platform.suppressions", "channel reason", word),
  ...columnsOf("platform.runs_in_doubt", "events", "erased"),
  ...columnsOf("platform.runs_in_doubt", "run_id", vendors),
  ...columnsOf("platform.runs_in_doubt", "app workflow", word),
  // Good for ten minutes; whose address it is for takes the visitor's own random part to find out.
  ...columnsOf("platform.sign_in_codes", "subject_hash salt code_hash", hash),
  ...columnsOf("platform.send_ledger", "key", {
    impersonal: "Of text messages and alerts: ids of orders, notifications and failures, never a person's.",
  }),
  ...columnsOf("platform.send_ledger", "result", vendors),
  ...columnsOf("platform.send_ledger", "holder state", word),
  ...columnsOf("platform.send_ledger", "last_error", worded),
  ...columnsOf("platform.copies", "table_name source state", word),
  ...columnsOf("platform.copies", "cursor", { impersonal: "When a document was made." }),
  ...columnsOf("platform.log_batches", "log", word),
  ...columnsOf("platform.log_batches", "ids", {
    impersonal: "Ids of rows that leave their tables with the batch, a minute later.",
  }),
};

export interface PlatformMarks {
  owner: RowsOwner;
  app: string;
  /** The sessions' subject. */
  subject: string;
  recipient: string;
  /** An event of the product that carries personal fields. */
  event: { name: string; data: Record<string, unknown> };
}

const at = "2026-11-01T10:00:00Z";

export const platformCommon: Rows = [
  ["platform.copies", { table_name: "users", source: "hash", copied: 1, state: "compared" }],
  ["platform.log_batches", { log: "deliveries", from: at, ids: ["key"] }],
  [
    "platform.measurements",
    { hour: at, kind: "run", owner: "mohallamart", name: "welcome", done: 1, durations: [1] },
  ],
  ["platform.step_failures", { run_id: "run_common", step: "a1b2", attempt: 0 }],
  [
    "platform.delivery_reports",
    { message_id: "re_1", channel: "email", state: "delivered", at, received_at: at },
  ],
  ["platform.suppressions", { channel: "email", address_hash: "hash", reason: "bounced", since: at }],
];

export function platformRows({ owner, app, subject, recipient, event }: PlatformMarks): Rows {
  const { userId, tag, words } = owner;
  const id = `${event.name}:${userId}`;
  const payload = { ...event, id, v: "1" };
  const delivery = { workflow: "send", recipient, channel: "email", status: "sent", message_id: "re_1" };
  return [
    [
      "platform.outbox",
      { id, name: event.name, ordering_key: userId, payload, accepted_at: at, attempts: 1 },
    ],
    ["platform.event_traces", { event_id: id, function_id: `${app}-${tag}`, ended: false }],
    [
      "platform.dead_letters",
      {
        run_id: `run_${tag}`,
        app,
        workflow: "welcome",
        events: [payload],
        error: { name: "Error", message: "Resend answered 422." },
        status: "open",
        failed_at: at,
      },
    ],
    [
      "platform.deliveries",
      { ...delivery, key: `welcome:${userId}:${tag}`, subject: userId, recorded_at: at },
    ],
    [
      "platform.runs_in_doubt",
      { run_id: `run_${tag}`, app, workflow: "welcome", events: [payload], recorded_at: at },
    ],
    [
      "platform.sessions",
      {
        token_hash: `hash-${tag}`,
        session_id: `session-${tag}`,
        user_id: subject,
        ...seenAt(words),
        created_at: at,
        last_used_at: at,
        expires_at: at,
      },
    ],
    ["platform.known_browsers", { token_hash: `hash-${tag}`, user_id: subject, last_used_at: at }],
    ["platform.passkeys", passkeyOf(owner, subject)],
    [
      "platform.passkey_challenges",
      { token_hash: `hash-${tag}`, challenge: "c", user_id: subject, expires_at: at },
    ],
    [
      "platform.wrong_codes",
      { counter_hash: `hash-${tag}`, wrong: 1, since: at, last_at: at, held_until: at },
    ],
    [
      "platform.sign_in_codes",
      { subject_hash: `hash-${tag}`, salt: "s", code_hash: "h", tries: 0, expires_at: at },
    ],
    [
      "platform.send_ledger",
      { key: `order:${tag}:sms`, state: "sent", holder: "h", attempts: 1, started_at: at },
    ],
  ];
}

function seenAt(words: RowsOwner["words"]) {
  return { browser: words("browser"), network: words("network") };
}

function passkeyOf({ words }: RowsOwner, subject: string) {
  return {
    credential_id: words("credential"),
    user_id: subject,
    name: words("passkey"),
    public_key: words("key"),
    counter: 0,
    transports: [words("transport")],
    created_at: at,
  };
}

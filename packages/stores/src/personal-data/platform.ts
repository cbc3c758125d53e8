import { type SQL, sql } from "drizzle-orm";
import { bySubject, type ExportedTables, exported, type Owner } from "./tables.ts";

const copies = "Copies of what stands in the other tables, on their way to what acts on them.";
const random = "A hash of the secret that a browser holds: it says nothing, and is kept to be compared.";

/**
 * What both products keep in the same tables.
 * @param isMessage whether a delivery was a message to the person, of this product
 */
export function platformTables(isMessage: (owner: Owner) => SQL): ExportedTables {
  return {
    tables: [
      exported(
        "platform.sessions",
        "session_id user_id created_at last_used_at expires_at standing proven_by browser network",
        bySubject,
      ),
      exported("platform.known_browsers", "user_id last_used_at", bySubject),
      exported(
        "platform.passkeys",
        "credential_id user_id name public_key counter transports created_at last_used_at",
        bySubject,
      ),
      exported(
        "platform.deliveries",
        "key subject workflow recipient channel status message_id reason recorded_at doubt_since run_id asked told_at",
        (owner) => sql`subject = ${owner.userId} and ${isMessage(owner)}`,
      ),
    ],
    leftOut: [
      { table: "platform.sessions", columns: ["token_hash"], why: random },
      { table: "platform.known_browsers", columns: ["token_hash"], why: random },
      {
        table: "platform.deliveries",
        rows: "Messages to others about the person.",
        why: "They were sent to somebody else, whose they are.",
      },
      {
        table: "platform.passkey_challenges",
        why: "A random number that a browser signs within five minutes.",
      },
      { table: "platform.outbox", why: copies },
      { table: "platform.event_traces", why: "Which functions such a copy has started, for two days." },
      { table: "platform.dead_letters", why: copies },
      { table: "platform.runs_in_doubt", why: copies },
    ],
  };
}

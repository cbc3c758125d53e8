import { createHash } from "node:crypto";
import type { City } from "./city.ts";

export interface WorldDigest {
  /** SHA-256 over everything that is there at the end, hexadecimal. */
  sha256: string;
  /** The same of each part, to find out which one differs. */
  parts: Readonly<Record<string, string>>;
}

/** Every row of every table, every message at the vendors, and every run of the engine, ids and times included. */
export async function digestOf(city: City): Promise<WorldDigest> {
  const parts: Record<string, string> = { messages: sha256(messagesOf(city)), runs: sha256(runsOf(city)) };
  for (const table of await tablesOf(city)) parts[table] = await digestOfTable(city, table);
  return { sha256: sha256(Object.entries(parts).map((part) => part.join(" "))), parts };
}

/** Slack's emulator numbers messages behind the second over all plays of a process. */
const slackId = /(\d{10})\.\d{6}/g;

/** Webhooks go to a port that is another one in each play. */
function messagesOf({ emulators }: City): string[] {
  return emulators
    .outbox()
    .map(({ id, vendor, channel, at, to, subject, text }) =>
      JSON.stringify([id.replace(slackId, "$1"), vendor, at, channel === "webhook" ? "" : to, subject, text]),
    );
}

function runsOf({ engine }: City): string[] {
  return engine
    .runs()
    .map(({ id, functionId, status, steps }) =>
      JSON.stringify([id, functionId, status, steps.map((step) => [step.id, step.status, step.attempts])]),
    );
}

async function tablesOf({ pool }: City): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('mohallamart', 'ten_ocean', 'platform') order by 1`,
  );
  return rows.map(({ name }) => name);
}

async function digestOfTable({ pool }: City, table: string): Promise<string> {
  const { rows } = await pool.query<{ digest: string | null }>(
    `select encode(sha256(convert_to(string_agg(line, chr(10) order by line collate "C"), 'UTF8')), 'hex') as digest
     from (select regexp_replace(kept::text, '${slackId.source}', '\\1', 'g') as line from ${table} kept)`,
  );
  return rows[0]?.digest ?? "empty";
}

function sha256(lines: readonly string[]): string {
  const hash = createHash("sha256");
  for (const line of lines) hash.update(line).update("\n");
  return hash.digest("hex");
}

import type { RetentionPolicy } from "../core/store.ts";
import type { Prepare } from "./sqlite-statements.ts";

const oldRuns = "SELECT id FROM runs WHERE ended_at IS NOT NULL AND (ended_at < ? OR id <= ?)";

/** Deletes what the policy no longer keeps, within the caller's transaction. */
export function prune(prepare: Prepare, { maxRuns, maxEvents, maxAge }: RetentionPolicy, now: number): void {
  const oldest = now - maxAge;
  const lastRun = prepare(
    "SELECT id FROM runs WHERE ended_at IS NOT NULL ORDER BY id DESC LIMIT 1 OFFSET ?",
  ).get(maxRuns)?.id;
  const lastEvent = prepare("SELECT id FROM events ORDER BY id DESC LIMIT 1 OFFSET ?").get(maxEvents)?.id;
  const bounds = [oldest, String(lastRun ?? "")];
  prepare(`DELETE FROM steps WHERE run_id IN (${oldRuns})`).run(...bounds);
  prepare(`DELETE FROM annotations WHERE run_id IN (${oldRuns})`).run(...bounds);
  prepare(`DELETE FROM run_events WHERE run_id IN (${oldRuns})`).run(...bounds);
  prepare("DELETE FROM runs WHERE ended_at IS NOT NULL AND (ended_at < ? OR id <= ?)").run(...bounds);
  prepare(
    `DELETE FROM events WHERE (received_at < ? OR id <= ?) AND NOT EXISTS
       (SELECT 1 FROM run_events WHERE event_id = events.id)
     AND NOT EXISTS (SELECT 1 FROM pending_starts WHERE instr(row, events.id) > 0)`,
  ).run(oldest, String(lastEvent ?? ""));
  prepare("DELETE FROM marks WHERE expires_at <= ?").run(now);
}

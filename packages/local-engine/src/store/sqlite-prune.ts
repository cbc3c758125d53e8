import type { RetentionPolicy } from "../core/store.ts";
import type { Prepare } from "./sqlite-statements.ts";

const runsAtOnce = 100;
const eventsAtOnce = 500;
const marksAtOnce = 500;
/** Passes after which the events are gone through from the oldest again: some came late, some were let go by a debounce. */
const passesOfEvents = 50;

/** Deletes what a policy no longer keeps in slices that take a few milliseconds, however much is stored. */
export function createPrune(prepare: Prepare) {
  // Events up to here were looked at: what was kept of them goes with its runs.
  let lookedAt = "";
  let passes = 0;

  /** One slice, within the caller's transaction. @returns whether there may be more. */
  return (policy: RetentionPolicy, now: number): boolean => {
    const runs = oldRuns(prepare, policy, now);
    const loose = new Set<string>();
    for (const { id, eventIds } of runs) {
      forgetRun(prepare, id, eventIds);
      for (const eventId of eventIds) if (eventId <= lookedAt) loose.add(eventId);
    }
    const events = eventsAfter(prepare, lookedAt, policy, now);
    lookedAt = events.at(-1)?.id ?? lookedAt;
    for (const { id } of events) loose.add(id);
    forgetEvents(prepare, loose);
    const marks = prepare(
      "DELETE FROM marks WHERE key IN (SELECT key FROM marks WHERE expires_at <= ? LIMIT ?)",
    ).run(now, marksAtOnce);
    const isMore =
      runs.length >= runsAtOnce || events.length === eventsAtOnce || Number(marks.changes) === marksAtOnce;
    if (!isMore && ++passes % passesOfEvents === 0) lookedAt = "";
    return isMore;
  };
}

function oldRuns(prepare: Prepare, { maxRuns, maxAge }: RetentionPolicy, now: number) {
  const last = prepare(
    "SELECT id FROM runs WHERE ended_at IS NOT NULL ORDER BY id DESC LIMIT 1 OFFSET ?",
  ).get(maxRuns)?.id;
  const excess =
    last === undefined
      ? []
      : prepare("SELECT id, row FROM runs WHERE ended_at IS NOT NULL AND id <= ? ORDER BY id LIMIT ?").all(
          last,
          runsAtOnce,
        );
  const aged = prepare("SELECT id, row FROM runs WHERE ended_at < ? LIMIT ?").all(now - maxAge, runsAtOnce);
  return [...excess, ...aged].map(({ id, row }) => ({ id: String(id), eventIds: eventIdsIn(String(row)) }));
}

/** Guarantee: the row is a run's, as this package wrote it. */
function eventIdsIn(row: string): string[] {
  return (JSON.parse(row) as { eventIds: string[] }).eventIds;
}

function forgetRun(prepare: Prepare, id: string, eventIds: readonly string[]): void {
  prepare("DELETE FROM steps WHERE run_id = ?").run(id);
  prepare("DELETE FROM annotations WHERE run_id = ?").run(id);
  for (const eventId of eventIds)
    prepare("DELETE FROM run_events WHERE event_id = ? AND run_id = ?").run(eventId, id);
  prepare("DELETE FROM runs WHERE id = ?").run(id);
}

/** The next events that the policy does not keep for their own sake; ids are in the order of receipt. */
function eventsAfter(prepare: Prepare, after: string, { maxEvents, maxAge }: RetentionPolicy, now: number) {
  const last = String(
    prepare("SELECT id FROM events ORDER BY id DESC LIMIT 1 OFFSET ?").get(maxEvents)?.id ?? "",
  );
  const rows = prepare("SELECT id, received_at FROM events WHERE id > ? ORDER BY id LIMIT ?")
    .all(after, eventsAtOnce)
    .map(({ id, received_at }) => ({ id: String(id), receivedAt: Number(received_at) }));
  const firstKept = rows.findIndex(({ id, receivedAt }) => id > last && receivedAt >= now - maxAge);
  return firstKept < 0 ? rows : rows.slice(0, firstKept);
}

/** Those that no run has and that none is going to start with. */
function forgetEvents(prepare: Prepare, ids: ReadonlySet<string>): void {
  if (ids.size === 0) return;
  const pending = new Set(
    prepare("SELECT value FROM pending_starts, json_each(pending_starts.row, '$.eventIds')")
      .all()
      .map(({ value }) => String(value)),
  );
  const isUsed = prepare("SELECT 1 FROM run_events WHERE event_id = ? LIMIT 1");
  for (const id of ids) {
    if (!pending.has(id) && isUsed.get(id) === undefined) prepare("DELETE FROM events WHERE id = ?").run(id);
  }
}

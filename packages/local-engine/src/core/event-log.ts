import type { Core } from "./core.ts";
import { limits } from "./limits.ts";
import type { EventRecord, MarkRecord } from "./records.ts";
import { readMeta } from "./sessions.ts";
import { wellFormedJson } from "./well-formed.ts";

/** An event as a sender gives it. */
export interface IncomingEvent {
  name: string;
  data?: unknown;
  id?: string | undefined;
  /** Milliseconds since the epoch; in the future, it delays the runs that the event starts. */
  ts?: number | undefined;
  v?: string | undefined;
  user?: unknown;
  meta?: unknown;
}

/** Stores an event, also one whose id was seen before: the history tells of every one that came. */
export function storeEvent(core: Core, incoming: IncomingEvent, id = core.newId()): EventRecord {
  const now = core.now();
  const { name, data = {}, ts = core.wall(), v } = incoming;
  const externalId = incoming.id || undefined;
  const read = readMeta(incoming.meta);
  const meta = "meta" in read ? read.meta : undefined;
  const user = isObject(incoming.user) ? incoming.user : {};
  const event: EventRecord = {
    id,
    ...(externalId === undefined ? {} : { externalId }),
    name,
    ts,
    receivedAt: now,
    json: wellFormedJson(JSON.stringify({ name, data, id: externalId ?? id, ts, v, user, meta })),
  };
  core.state.put("events", id, event);
  core.state.notify({ type: "event", id, name });
  return event;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The functions that a sender's id started in the last 24 hours, each with the moment until which it is not started by
 * that id again. Ids are not scoped by the event's name, as at Inngest.
 */
export function startsOf(core: Core, externalId: string): Map<string, number> {
  const mark = findMark(core, "event-id", externalId);
  const starts: [string, number][] = mark ? JSON.parse(mark.value) : [];
  return new Map(starts.filter(([, until]) => until > core.now()));
}

/** Remembers for 24 hours that a sender's id started these functions, besides those `before`. */
export function rememberStarts(
  core: Core,
  externalId: string,
  functionIds: Iterable<string>,
  before: ReadonlyMap<string, number>,
): void {
  const starts = new Map(before);
  const expiresAt = core.now() + limits.idempotencyMilliseconds;
  for (const id of functionIds) starts.set(id, expiresAt);
  putMark(core, { kind: "event-id", key: externalId, value: JSON.stringify([...starts]), expiresAt });
}

export function findEvent(core: Core, id: string): EventRecord | undefined {
  return core.state.pendingRow("events", id) ?? core.state.store.event(id);
}

/** Remembers something about a key until it expires. */
export function putMark(core: Core, mark: MarkRecord): void {
  core.state.put("marks", `${mark.kind}:${mark.key}`, mark);
}

export function findMark(core: Core, kind: MarkRecord["kind"], key: string): MarkRecord | undefined {
  const mark = core.state.pendingRow("marks", `${kind}:${key}`) ?? core.state.store.mark(kind, key);
  return mark && mark.expiresAt > core.now() ? mark : undefined;
}

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

/** Stores an event, and remembers its sender's id for 24 hours. */
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
  if (externalId !== undefined) {
    const expiresAt = now + limits.idempotencyMilliseconds;
    putMark(core, { kind: "event-id", key: eventMarkKey(name, externalId), value: id, expiresAt });
  }
  return event;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The id of the stored event that this one repeats, if it does. */
export function findEarlierEvent(
  core: Core,
  incoming: IncomingEvent,
  internalId?: string,
): string | undefined {
  if (internalId !== undefined && findEvent(core, internalId)) return internalId;
  if (!incoming.id) return undefined;
  return findMark(core, "event-id", eventMarkKey(incoming.name, incoming.id))?.value;
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

function eventMarkKey(name: string, id: string): string {
  return `${name}:${id}`;
}

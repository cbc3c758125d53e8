import { brandErrors, hasBrand } from "./brand.ts";
import type { IncomingEvent } from "./event-log.ts";
import { limits } from "./limits.ts";
import { readMeta } from "./sessions.ts";
import { isDeeperThan, wellFormedText } from "./well-formed.ts";

/** An event cannot be taken in. `message` says what is wrong and what to do; nothing was stored. */
export class RefusedEventError extends Error {
  static {
    brandErrors(RefusedEventError.prototype, "RefusedEventError");
  }
  static isInstance(value: unknown): value is RefusedEventError {
    return hasBrand(value, "RefusedEventError");
  }
  override readonly name = "RefusedEventError";
}

const reservedPrefix = "inngest/";
const earliest = Date.UTC(1980, 0, 1);
const latest = Date.UTC(2100, 0, 1);
const deepest = 1_000;

/**
 * What senders may not say, as Inngest's event API has it. The engine's own events do not pass here.
 * @returns the event as it is stored: without an empty id and without `data._inngest`, which only engines write.
 * @throws RefusedEventError
 */
export function readIncoming(event: IncomingEvent): IncomingEvent {
  const { name, data, id, ts, v, user, meta } = event;
  checkName(name);
  if (ts) checkTime(name, ts);
  if (isDeeperThan(data, deepest) || isDeeperThan(user, deepest)) {
    throw refused(name, `its data lies more than ${deepest} levels deep; send a flatter shape`);
  }
  const read = readMeta(meta);
  if ("problem" in read) throw refused(name, `${read.problem}; send { "sessions": { "<name>": "<id>" } }`);
  return {
    name: wellFormedText(name),
    data: withoutInternal(data),
    id: id ? wellFormedText(id) : undefined,
    ts: ts || undefined,
    v: v || undefined,
    user,
    meta: read.meta,
  };
}

function checkName(name: string): void {
  if (name === "")
    throw new RefusedEventError('an event is refused: it has no name; send one as "order.created".');
  if (name.length > limits.eventNameLength) {
    const start = name.slice(0, 40);
    throw refused(`${start}…`, `its name has over ${limits.eventNameLength} characters; shorten it`);
  }
  if (isReserved(name)) {
    throw refused(name, `names that begin with "${reservedPrefix}" are reserved; choose another`);
  }
}

/** Whether only an engine may send events of this name. */
export function isReserved(name: string): boolean {
  return name.toLowerCase().startsWith(reservedPrefix);
}

function checkTime(name: string, ts: number): void {
  if (!Number.isInteger(ts)) throw refused(name, "its `ts` is not a whole number of milliseconds since 1970");
  const expected = "send milliseconds since 1970, or leave it out for now";
  if (ts < earliest) throw refused(name, `its \`ts\` ${ts} is before 1 January 1980; ${expected}`);
  if (ts > latest) throw refused(name, `its \`ts\` ${ts} is after 1 January 2100; ${expected}`);
}

function refused(name: string, why: string): RefusedEventError {
  return new RefusedEventError(`the event "${name}" is refused: ${why}.`);
}

/** Leaves out what only an engine says. */
export function withoutInternal(data: unknown): unknown {
  if (typeof data !== "object" || data === null || !("_inngest" in data)) return data ?? {};
  const { _inngest: _, ...rest } = data;
  return rest;
}

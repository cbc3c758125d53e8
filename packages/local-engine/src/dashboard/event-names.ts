import { isReserved } from "../core/intake.ts";
import type { EventRecord } from "../core/records.ts";
import type { Engine } from "../engine/engine.ts";
import type { EventName, Prefill } from "./api-types.ts";
import type { EventExamples } from "./examples.ts";

/** How many of the newest events are looked through for names. */
const recentEvents = 300;

/** Every event name that is worth offering: triggers, examples and what was sent lately. */
export function listEventNames(engine: Engine, examples: EventExamples): EventName[] {
  const lastSent = new Map<string, number>();
  for (const { name, receivedAt } of engine.events({ excludeInternal: true, limit: recentEvents })) {
    if (!lastSent.has(name)) lastSent.set(name, receivedAt);
  }
  const triggered = new Map<string, number>();
  for (const { event } of engine.functions().flatMap(({ triggers }) => triggers)) {
    if (event !== undefined && isSendable(event)) triggered.set(event, (triggered.get(event) ?? 0) + 1);
  }
  const names = new Set([...triggered.keys(), ...Object.keys(examples), ...lastSent.keys()]);
  return [...names].sort().map((name) => {
    const lastSentAt = lastSent.get(name);
    return {
      name,
      functions: triggered.get(name) ?? 0,
      examples: examples[name]?.length ?? 0,
      ...(lastSentAt === undefined ? {} : { lastSentAt }),
    };
  });
}

/** Events to begin from when one is written under a name. */
export function prefillFor(engine: Engine, examples: EventExamples, name: string): Prefill {
  const [last] = engine.events({ name, limit: 1 });
  return {
    examples: (examples[name] ?? []).map((data) => pretty({ name, data })),
    ...(last ? { last: withoutIdentity(last) } : {}),
  };
}

/** The event without its id and time, under which it would count as sent already. */
function withoutIdentity(event: EventRecord): string {
  const { name, data, v, user = {}, meta } = readEventJson(event.json);
  return pretty({ name, data, v, ...(Object.keys(user).length === 0 ? {} : { user }), meta });
}

/** Guarantee: an event's `json` is the event as handlers see it. */
function readEventJson(json: string): StoredEvent {
  return JSON.parse(json) as StoredEvent;
}

interface StoredEvent {
  name: string;
  data: unknown;
  v?: string;
  user?: object;
  meta?: unknown;
}

function isSendable(name: string): boolean {
  return !isReserved(name) && !name.includes("*");
}

function pretty(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

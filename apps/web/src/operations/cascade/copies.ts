import type { KeptEvent } from "@org/stores/cascades/port";
import * as z from "zod";

export type Asked = Pick<KeptEvent, "id" | "name" | "createdAt" | "acceptedAt">;

/** @returns nothing where the engine does not know what is asked for */
export type Ask = <Answer>(path: string, schema: z.ZodType<Answer>) => Promise<Answer | undefined>;

/** Two moments in milliseconds, between which the engine received something. */
export interface Window {
  from: number;
  to: number;
}

export interface Copies {
  /** The engine's ids, the latest first where the windows are. */
  internalIds: string[];
  /** Whether more was listed than was looked through. */
  isCut: boolean;
}

/** As the engine envelopes lists. */
export const list = <Item extends z.ZodType>(item: Item) => z.object({ data: z.array(item) });

const eventsSchema = list(z.object({ id: z.string().nullish(), internal_id: z.string() }));

/** The engine lists so many at once. */
const pageSize = 100;
const mostPages = 5;
/** Milliseconds between the engine's and the outbox's word of when an event came. */
const apart = 20_000;
const minute = 60_000;
/** Within so long a repeat starts only what its event has not started. */
const day = 24 * 60 * minute;

/**
 * When an event came to the engine, or once more, the latest first: as the engine took it (for the last time, where it was
 * sent again), as it was written and, where those lie apart, in between.
 */
export function whenSent({ createdAt, acceptedAt }: Asked): Window[] {
  const created = Date.parse(createdAt);
  const accepted = Date.parse(acceptedAt ?? createdAt);
  const written = { from: created - apart, to: created + apart };
  const taken = { from: accepted - apart, to: accepted + apart };
  if (taken.from <= written.to) return [{ from: written.from, to: taken.to }];
  return [taken, { from: written.to, to: taken.from }, written];
}

/** Later than the outbox says: a step has what it sends kept as taken, and sends it once it is tried again. */
export function afterwards({ createdAt, acceptedAt }: Asked): Window[] {
  const taken = Date.parse(acceptedAt ?? createdAt) + apart;
  return [
    { from: taken + 10 * minute, to: taken + day },
    { from: taken, to: taken + 10 * minute },
  ];
}

/** All copies of an event that came to the engine in some windows, which it lists by name and time alone, the latest first. */
export async function copiesOf(ask: Ask, event: Asked, windows: readonly Window[]): Promise<Copies> {
  const each = await Promise.all(windows.map((window) => copiesIn(ask, event, window)));
  return {
    internalIds: [...new Set(each.flatMap(({ internalIds }) => internalIds))],
    isCut: each.some(({ isCut }) => isCut),
  };
}

async function copiesIn(ask: Ask, { id, name }: Asked, { from, to }: Window): Promise<Copies> {
  const query = new URLSearchParams({
    name,
    received_after: new Date(from).toISOString(),
    received_before: new Date(to).toISOString(),
    limit: String(pageSize),
  });
  const internalIds: string[] = [];
  for (let page = 0; page < mostPages; page++) {
    const { data } = (await ask(`/v1/events?${query}`, eventsSchema)) ?? { data: [] };
    const same = data.filter((event) => event.id === id || event.internal_id === id);
    internalIds.push(...same.map((event) => event.internal_id));
    const last = data.at(-1);
    if (data.length < pageSize || !last) return { internalIds, isCut: false };
    query.set("cursor", last.internal_id);
  }
  return { internalIds, isCut: true };
}

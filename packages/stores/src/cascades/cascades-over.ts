import type { DeadLetter } from "../dead-letters/port.ts";
import type { Cascade, Cascades, KeptEvent } from "./port.ts";

/** More than anybody reads of one thing. */
export const mostEvents = 300;
export const mostLetters = 100;

/** An event in an outbox, and where it stands there. */
export interface FoundEvent extends Omit<KeptEvent, "functions"> {
  position: number;
}

/** What was found, and whether nothing was left out. */
export interface Found<Kept> {
  rows: Kept[];
  complete: boolean;
}

/** How one database is read; nothing there is indexed by what it holds. */
export interface CascadeReads {
  /** The event with an id. */
  event(id: string): Promise<FoundEvent | undefined>;
  /** The latest `mostEvents` in which one of the texts stands whole; the latest first. */
  eventsMentioning(texts: readonly string[]): Promise<Found<FoundEvent>>;
  /** By the event. */
  functionsOf(ids: readonly string[]): Promise<Map<string, KeptEvent["functions"]>>;
  /** The first `mostLetters` whose events mention one of the texts. */
  lettersMentioning(texts: readonly string[]): Promise<Found<DeadLetter>>;
}

export function cascadesOver(reads: CascadeReads): Cascades {
  return {
    async find(about): Promise<Cascade> {
      const known = await reads.event(about);
      const root = known === undefined ? about : correlationOf(known);
      const named = await reads.eventsMentioning([root]);
      // What followed from an event that has no business key names that event, and need not name what it is about.
      const others = [...new Set(named.rows.map(correlationOf))].filter((id) => !id.includes(root));
      const followed = await mentioningAny(reads, others);
      const asked = eachOnce([...named.rows, ...followed.rows]).slice(0, mostEvents);
      const letters = await reads.lettersMentioning([
        root,
        ...idsOf(asked).filter((id) => !id.includes(root)),
      ]);
      // Who asks for a replay names the failed run and nothing else.
      const replays = await mentioningAny(
        reads,
        letters.rows.map(({ runId }) => runId),
      );
      const all = eachOnce([...named.rows, ...followed.rows, ...replays.rows]);
      const events = all.slice(0, mostEvents).reverse();
      const functions = events.length === 0 ? new Map() : await reads.functionsOf(idsOf(events));
      const found = [named, followed, letters, replays];
      return {
        events: events.map(({ position, ...event }) => ({
          ...event,
          functions: functions.get(event.id) ?? [],
        })),
        letters: letters.rows,
        complete: all.length <= mostEvents && found.every(({ complete }) => complete),
      };
    },
  };
}

/** Of two databases, as if they were one. */
export function readsOfBoth(one: CascadeReads, other: CascadeReads): CascadeReads {
  return {
    event: async (id) => (await one.event(id)) ?? (await other.event(id)),
    async eventsMentioning(texts) {
      const [first, second] = await Promise.all([one.eventsMentioning(texts), other.eventsMentioning(texts)]);
      return joined(first, second, latestFirst, mostEvents);
    },
    functionsOf: async (ids) => new Map([...(await one.functionsOf(ids)), ...(await other.functionsOf(ids))]),
    async lettersMentioning(texts) {
      const [first, second] = await Promise.all([
        one.lettersMentioning(texts),
        other.lettersMentioning(texts),
      ]);
      return joined(first, second, failedFirst, mostLetters);
    },
  };
}

function joined<Kept>(
  one: Found<Kept>,
  other: Found<Kept>,
  order: (one: Kept, other: Kept) => number,
  most: number,
): Found<Kept> {
  const all = [...one.rows, ...other.rows].toSorted(order);
  return { rows: all.slice(0, most), complete: one.complete && other.complete && all.length <= most };
}

async function mentioningAny(reads: CascadeReads, texts: readonly string[]): Promise<Found<FoundEvent>> {
  return texts.length === 0 ? { rows: [], complete: true } : reads.eventsMentioning(texts);
}

const idsOf = (events: readonly FoundEvent[]) => events.map(({ id }) => id);

/** Each event once, the latest first. */
function eachOnce(events: readonly FoundEvent[]): FoundEvent[] {
  return [...new Map(events.map((event) => [event.id, event])).values()].toSorted(latestFirst);
}

/** Positions of one moment are of one database, unless two wrote within the same millisecond. */
function latestFirst(one: FoundEvent, other: FoundEvent): number {
  return Date.parse(other.createdAt) - Date.parse(one.createdAt) || other.position - one.position;
}

function failedFirst(one: DeadLetter, other: DeadLetter): number {
  return Date.parse(one.failedAt) - Date.parse(other.failedAt);
}

/** The event with which everything began that this one is part of; its own id where it began something itself. */
function correlationOf({ id, data }: FoundEvent): string {
  const { correlationId } = Object(data);
  return typeof correlationId === "string" ? correlationId : id;
}

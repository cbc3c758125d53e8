import type { EventRecord } from "./records.ts";

/** The events that were used last, up to a size: those of a run are wanted at each of its calls, and seldom otherwise. */
export interface EventCache {
  get(id: string): EventRecord | undefined;
  set(event: EventRecord): void;
}

/** Characters of JSON, which are what an event is made of. */
const mostCharacters = 8 * 1024 * 1024;

export function createEventCache(most = mostCharacters): EventCache {
  const events = new Map<string, EventRecord>();
  let characters = 0;

  function remove(event: EventRecord) {
    if (events.delete(event.id)) characters -= event.json.length;
  }

  return {
    get(id) {
      const event = events.get(id);
      if (!event) return undefined;
      // The map keeps the order in which they were put in: this one is the newest again.
      events.delete(id);
      events.set(id, event);
      return event;
    },
    set(event) {
      const before = events.get(event.id);
      if (before) remove(before);
      events.set(event.id, event);
      characters += event.json.length;
      for (const oldest of events.values()) {
        if (characters <= most || oldest === event) break;
        remove(oldest);
      }
    },
  };
}

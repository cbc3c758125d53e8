import type { WaitingEvents } from "./port.ts";

/** One entry for each name and version, in their order. */
export function addedUp(counts: readonly WaitingEvents[]): WaitingEvents[] {
  const found = new Map<string, WaitingEvents>();
  for (const each of counts) {
    const key = JSON.stringify([each.name, each.v ?? ""]);
    found.set(key, { ...each, events: each.events + (found.get(key)?.events ?? 0) });
  }
  return [...found].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, events]) => events);
}

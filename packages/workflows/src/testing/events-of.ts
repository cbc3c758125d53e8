import type { TestBench } from "./test-bench.ts";

/** The events that reached the engine, each once, oldest first: its history has one as often as it was sent under its id. */
export function eventsOf(engine: TestBench["engine"], filter?: { name: string }) {
  const events = engine.events(filter);
  return [...new Map(events.map((event) => [event.externalId ?? event.id, event])).values()];
}

import { defineCatalogue } from "./internal/catalogue.ts";
import { createEmitters, type Emitters } from "./internal/emitters.ts";
import type { EventClient } from "./internal/event.ts";
import type { DataByName } from "./internal/event-groups.ts";
import * as events from "./mohallamart/index.ts";

// biome-ignore lint/performance/noReExportAll: the index is the one list of the catalogue's events.
export * from "./mohallamart/index.ts";

export const mohallaMartCatalogue = /* @__PURE__ */ defineCatalogue({
  name: "mohallamart",
  title: "MohallaMart",
  description: "Events of the neighbourhood marketplace.",
  events,
});

/** Every MohallaMart event's data by its name. */
export type MohallaMartEvents = DataByName<typeof events>;

/** Emitters that send through `client`: an Inngest client, or an outbox. */
export function createMohallaMartEvents(client: EventClient): Emitters<typeof events> {
  return createEmitters(mohallaMartCatalogue, client);
}

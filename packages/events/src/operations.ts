import { defineCatalogue } from "./internal/catalogue.ts";
import { createEmitters, type Emitters } from "./internal/emitters.ts";
import type { EventClient } from "./internal/event.ts";
import type { DataByName } from "./internal/event-groups.ts";
import * as events from "./operations/index.ts";

// biome-ignore lint/performance/noReExportAll: the index is the one list of the catalogue's events.
export * from "./operations/index.ts";

export const operationsCatalogue = /* @__PURE__ */ defineCatalogue({
  name: "operations",
  title: "Operations",
  description: "What operators ask for when they look after failed runs.",
  events,
});

/** Every operations event's data by its name. */
export type OperationsEvents = DataByName<typeof events>;

/** Emitters that send through `client`: an Inngest client, or an outbox. */
export function createOperationsEvents(client: EventClient): Emitters<typeof events> {
  return createEmitters(operationsCatalogue, client);
}

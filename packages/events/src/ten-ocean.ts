import { defineCatalogue } from "./internal/catalogue.ts";
import { createEmitters, type Emitters } from "./internal/emitters.ts";
import type { EventClient } from "./internal/event.ts";
import type { DataByName } from "./internal/event-groups.ts";
import * as events from "./ten-ocean/index.ts";

// biome-ignore lint/performance/noReExportAll: the index is the one list of the catalogue's events.
export * from "./ten-ocean/index.ts";

export const tenOceanCatalogue = /* @__PURE__ */ defineCatalogue({
  name: "ten-ocean",
  title: "10 Ocean Tenant Association",
  description: "Events of the tenant association's portal.",
  events,
});

/** Every Ten Ocean event's data by its name. */
export type TenOceanEvents = DataByName<typeof events>;

/** Emitters that send through `client`: an Inngest client, or an outbox. */
export function createTenOceanEvents(client: EventClient): Emitters<typeof events> {
  return createEmitters(tenOceanCatalogue, client);
}

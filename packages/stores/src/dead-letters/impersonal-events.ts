import { personalFieldsOf } from "@org/events";
import { mohallaMartCatalogue } from "@org/events/mohallamart";
import { tenOceanCatalogue } from "@org/events/ten-ocean";

/** The events that carry no personal field in any version; of one that no catalogue knows nobody can say so. */
export const impersonalEvents: readonly string[] = [mohallaMartCatalogue, tenOceanCatalogue]
  .flatMap(({ definitions }) => [...definitions])
  .filter((definition) => personalFieldsOf(definition).length === 0)
  .map(({ event }) => event);

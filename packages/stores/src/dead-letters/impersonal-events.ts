import { personalFieldsOf } from "@org/events";
import { catalogues } from "@org/events/catalogues";

/** The events that carry no personal field in any version; of one that no catalogue knows nobody can say so. */
export const impersonalEvents: readonly string[] = catalogues
  .flatMap(({ definitions }) => [...definitions])
  .filter((definition) => personalFieldsOf(definition).length === 0)
  .map(({ event }) => event);

import type { DefinitionIn } from "../catalogue.ts";
import type { EventData } from "../define-event.ts";
import { createEmitters, type Emitters } from "../emitters.ts";
import type { EventClient } from "../event.ts";
import { tenOceanCatalogue } from "./catalogue.ts";

type Groups = typeof tenOceanCatalogue.groups;

/** Every Ten Ocean event's data by its name. */
export type TenOceanEvents = {
  [Definition in DefinitionIn<Groups> as Definition["event"]]: { data: EventData<Definition> };
};

/** Emitters that send through `client`: an Inngest client, or an outbox. */
export function createTenOceanEvents(client: EventClient): Emitters<Groups> {
  return createEmitters(tenOceanCatalogue, client);
}

import type { DefinitionIn } from "../catalogue.ts";
import type { EventData } from "../define-event.ts";
import { createEmitters, type Emitters } from "../emitters.ts";
import type { EventClient } from "../event.ts";
import { mohallaMartCatalogue } from "./catalogue.ts";

type Groups = typeof mohallaMartCatalogue.groups;

/** Every MohallaMart event's data by its name. */
export type MohallaMartEvents = {
  [Definition in DefinitionIn<Groups> as Definition["event"]]: { data: EventData<Definition> };
};

/** Emitters that send through `client`: an Inngest client, or an outbox. */
export function createMohallaMartEvents(client: EventClient): Emitters<Groups> {
  return createEmitters(mohallaMartCatalogue, client);
}

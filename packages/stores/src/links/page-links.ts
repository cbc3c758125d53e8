import type { PageLinks } from "./port.ts";
import { isTokenOf, type LinkSecrets, type Purpose, tokenOf as write } from "./token.ts";

/** Of what does not exist. */
const none = 0;

interface PageLinkOptions<Parties> {
  secrets: LinkSecrets;
  purpose: Purpose;
  /** @returns undefined when there is no such id. */
  find(id: string): Promise<{ parties: Parties; generation: number } | undefined>;
}

/** Links to a page whose address has its id, so that no token has to be looked up. */
export function pageLinks<Parties>({ secrets, purpose, find }: PageLinkOptions<Parties>): PageLinks<Parties> {
  return {
    async parties(id) {
      return (await find(id))?.parties;
    },
    async tokenOf(id) {
      const found = await find(id);
      return found && write(secrets, purpose, id, found.generation);
    },
    async opens(id, token) {
      const { generation } = (await find(id)) ?? { generation: none };
      // Derived also when it cannot be good, so that every answer takes the same time.
      return isTokenOf(secrets, token, purpose, id, generation) && generation !== none;
    },
  };
}

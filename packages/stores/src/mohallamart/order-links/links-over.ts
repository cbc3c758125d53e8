import { hashOf, isTokenOf, type LinkSecrets, tokenOf } from "../../links/token.ts";
import { UnknownOrderError } from "../orders/errors.ts";
import type { OrderLinks, OrderParties } from "./port.ts";

/** Of an order that has none yet, because it is not placed; `ended` is of one that gets no links any more. */
const firstGeneration = 1;
export const ended = 0;

/** What a database keeps of links. */
export interface LinkRows {
  find(orderId: string): Promise<{ parties: OrderParties; generation: number } | undefined>;
  keep(link: { tokenHash: string; orderId: string }): Promise<void>;
  findByHash(tokenHash: string): Promise<{ orderId: string; generation: number } | undefined>;
  revoke(orderId: string): Promise<boolean>;
}

/** The secrets are the apps' own: whoever has only the database cannot write a link. */
export function linksOver(rows: LinkRows, secrets: LinkSecrets): OrderLinks {
  const isGood = (orderId: string, generation: number, token: string) =>
    // Derived also when it cannot be good, so that every answer takes the same time.
    isTokenOf(secrets, token, "order-link", orderId, generation) && generation !== ended;
  const generationOf = async (orderId: string) => (await rows.find(orderId))?.generation;
  return {
    async parties(orderId) {
      return (await rows.find(orderId))?.parties;
    },
    async issue(orderId) {
      const generation = await generationOf(orderId);
      if (generation === undefined) throw new UnknownOrderError(orderId);
      if (generation === ended) return undefined;
      const token = tokenOf(secrets, "order-link", orderId, generation);
      await rows.keep({ tokenHash: hashOf(token), orderId });
      return token;
    },
    async forBrowser(orderId) {
      const generation = (await generationOf(orderId)) ?? firstGeneration;
      // Placing an order can be said again, from a browser's history: what was ended stays so.
      const isFirst = generation === firstGeneration;
      return isFirst ? tokenOf(secrets, "order-link", orderId, generation) : undefined;
    },
    async opens(orderId, token) {
      return isGood(orderId, (await generationOf(orderId)) ?? firstGeneration, token);
    },
    async find(token) {
      const found = await rows.findByHash(hashOf(token));
      const { orderId, generation } = found ?? { orderId: "", generation: ended };
      return isGood(orderId, generation, token) ? orderId : undefined;
    },
    revoke: (orderId) => rows.revoke(orderId),
    proof: (orderId) => tokenOf(secrets, "order-form", orderId),
    isProof: (orderId, proof) => isTokenOf(secrets, proof, "order-form", orderId),
  };
}

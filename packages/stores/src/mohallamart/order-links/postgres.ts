import { and, eq, gt, sql } from "drizzle-orm";
import { type Database, databaseOn, guarded, type Queryable } from "../../database.ts";
import { hashOf, isTokenOf, type LinkSecrets, tokenOf } from "../../links/token.ts";
import type { Pool } from "../../postgres.ts";
import { orders } from "../../schema/mohallamart.ts";
import { orderLinks } from "../../schema/mohallamart-order-links.ts";
import { UnknownOrderError } from "../orders/errors.ts";
import type { OrderLinks } from "./port.ts";

/** Of an order that has none yet, because it is not placed; `ended` is of one that gets no links any more. */
const firstGeneration = 1;
const ended = 0;

/** The secrets are the apps' own: whoever has only the database cannot write a link. */
export function postgresOrderLinks(pool: Pool, secrets: LinkSecrets): OrderLinks {
  const database = databaseOn(pool);
  const { proof, isProof } = formProofs(secrets);
  const stored = guarded("stores/mohallamart/order-links", linksIn(database, secrets));
  return { ...stored, proof, isProof };
}

function linksIn(database: Database, secrets: LinkSecrets): Omit<OrderLinks, "proof" | "isProof"> {
  const isGood = (orderId: string, generation: number, token: string) =>
    // Derived also when it cannot be good, so that every answer takes the same time.
    isTokenOf(secrets, token, "order-link", orderId, generation) && generation !== ended;
  return {
    async parties(orderId) {
      const [found] = await database
        .select({ userId: orders.userId, shopId: orders.shopId, placedAt: orders.placedAt })
        .from(orders)
        .where(eq(orders.orderId, orderId));
      return found && { orderId, ...found, placedAt: found.placedAt.toISOString() };
    },
    async issue(orderId) {
      const generation = await generationOf(database, orderId);
      if (generation === undefined) throw new UnknownOrderError(orderId);
      if (generation === ended) return undefined;
      const token = tokenOf(secrets, "order-link", orderId, generation);
      await database
        .insert(orderLinks)
        .values({ tokenHash: hashOf(token), orderId })
        .onConflictDoNothing();
      return token;
    },
    async forBrowser(orderId) {
      const generation = (await generationOf(database, orderId)) ?? firstGeneration;
      return generation === ended ? undefined : tokenOf(secrets, "order-link", orderId, generation);
    },
    async opens(orderId, token) {
      return isGood(orderId, (await generationOf(database, orderId)) ?? firstGeneration, token);
    },
    async find(token) {
      const [found] = await database
        .select({ orderId: orders.orderId, generation: orders.linkGeneration })
        .from(orderLinks)
        .innerJoin(orders, eq(orders.orderId, orderLinks.orderId))
        .where(eq(orderLinks.tokenHash, hashOf(token)));
      const { orderId, generation } = found ?? { orderId: "", generation: ended };
      return isGood(orderId, generation, token) ? orderId : undefined;
    },
    async revoke(orderId) {
      return await database.transaction(async (transaction) => {
        const { rowCount } = await transaction
          .update(orders)
          .set({ linkGeneration: sql`${orders.linkGeneration} + 1` })
          .where(and(eq(orders.orderId, orderId), gt(orders.linkGeneration, ended)));
        await transaction.delete(orderLinks).where(eq(orderLinks.orderId, orderId));
        return rowCount === 1;
      });
    },
  };
}

function formProofs(secrets: LinkSecrets): Pick<OrderLinks, "proof" | "isProof"> {
  return {
    proof: (orderId) => tokenOf(secrets, "order-form", orderId),
    isProof: (orderId, proof) => isTokenOf(secrets, proof, "order-form", orderId),
  };
}

async function generationOf(queryable: Queryable, orderId: string): Promise<number | undefined> {
  const [found] = await queryable
    .select({ generation: orders.linkGeneration })
    .from(orders)
    .where(eq(orders.orderId, orderId));
  return found?.generation;
}

/** Ends the links to a person's orders for good; part of closing their account. */
export async function endLinksOf(transaction: Queryable, userId: string): Promise<void> {
  const theirs = transaction
    .select({ orderId: orders.orderId })
    .from(orders)
    .where(eq(orders.userId, userId));
  await transaction.delete(orderLinks).where(sql`${orderLinks.orderId} in (${theirs})`);
  await transaction.update(orders).set({ linkGeneration: ended }).where(eq(orders.userId, userId));
}

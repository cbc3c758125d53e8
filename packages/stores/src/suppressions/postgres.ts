import { and, count, eq } from "drizzle-orm";
import { databaseOn, guarded, type Queryable } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { suppressions } from "../schema/delivery-reports.ts";
import { hashOf } from "./address-hash.ts";
import type { SuppressedChannel, Suppressions } from "./port.ts";

export function postgresSuppressions(pool: Pool): Suppressions {
  const database = databaseOn(pool);
  return guarded<Suppressions>("suppressions", {
    async find(channel, address) {
      const [row] = await database.select().from(suppressions).where(isOf(channel, address));
      return row && { channel: row.channel, reason: row.reason, since: row.since.toISOString() };
    },

    async counts() {
      const { channel, reason } = suppressions;
      return await database
        .select({ channel, reason, count: count() })
        .from(suppressions)
        .groupBy(channel, reason)
        .orderBy(channel, reason);
    },

    add: (suppression) => insertSuppression(database, suppression),

    lift: (channel, address) => deleteSuppression(database, channel, address),
  });
}

/** Of an address that is suppressed already the first reason stays. */
export async function insertSuppression(
  queryable: Queryable,
  { channel, address, reason }: Parameters<Suppressions["add"]>[0],
): Promise<void> {
  await queryable
    .insert(suppressions)
    .values({ channel, addressHash: hashOf(address), reason })
    .onConflictDoNothing();
}

/** @returns false when it is not suppressed. */
export async function deleteSuppression(
  queryable: Queryable,
  channel: SuppressedChannel,
  address: string,
): Promise<boolean> {
  const { rowCount } = await queryable.delete(suppressions).where(isOf(channel, address));
  return rowCount === 1;
}

function isOf(channel: SuppressedChannel, address: string) {
  return and(eq(suppressions.channel, channel), eq(suppressions.addressHash, hashOf(address)));
}

import { desc, eq, inArray, ne, sql } from "drizzle-orm";
import { databaseOn, guarded } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { deliveries } from "../schema/platform.ts";
import type { Deliveries, Delivery, RecordedDelivery } from "./port.ts";

export function postgresDeliveries(pool: Pool): Deliveries {
  const database = databaseOn(pool);
  async function record(given: readonly Delivery[]): Promise<void> {
    if (given.length === 0) return;
    const { status, messageId, reason } = deliveries;
    await database
      .insert(deliveries)
      .values(given.map(toRow))
      .onConflictDoUpdate({
        target: deliveries.key,
        set: {
          status: sql`excluded.${sql.identifier(status.name)}`,
          messageId: sql`excluded.${sql.identifier(messageId.name)}`,
          reason: sql`excluded.${sql.identifier(reason.name)}`,
          recordedAt: sql`now()`,
        },
        setWhere: ne(status, "sent"),
      });
  }
  return guarded<Deliveries>("deliveries", {
    record: (delivery) => record([delivery]),

    recordMany: record,

    async get(key) {
      const [row] = await database.select().from(deliveries).where(eq(deliveries.key, key));
      return row && recordedDelivery(row);
    },

    async getMany(keys) {
      if (keys.length === 0) return [];
      const rows = await database
        .select()
        .from(deliveries)
        .where(inArray(deliveries.key, [...keys]));
      return rows.map(recordedDelivery);
    },

    async list({ subject, limit }) {
      const latestFirst = database
        .select()
        .from(deliveries)
        .where(eq(deliveries.subject, subject))
        .orderBy(desc(deliveries.recordedAt), desc(deliveries.key))
        .$dynamic();
      const rows = await (limit === undefined ? latestFirst : latestFirst.limit(limit));
      return rows.toReversed().map(recordedDelivery);
    },
  });
}

function toRow({ key, subject, workflow, recipient, channel, status, messageId, reason }: Delivery) {
  const outcome = { status, messageId: messageId ?? null, reason: reason ?? null };
  return { key, subject, workflow, recipient, channel, ...outcome };
}

function recordedDelivery({
  messageId,
  reason,
  recordedAt,
  ...row
}: typeof deliveries.$inferSelect): RecordedDelivery {
  return {
    ...row,
    messageId: messageId ?? undefined,
    reason: reason ?? undefined,
    recordedAt: recordedAt.toISOString(),
  };
}

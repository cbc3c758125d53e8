import { desc, eq, ne, sql } from "drizzle-orm";
import { databaseOn, guarded } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { deliveries } from "../schema/platform.ts";
import type { Deliveries, RecordedDelivery } from "./port.ts";

export function postgresDeliveries(pool: Pool): Deliveries {
  const database = databaseOn(pool);
  return guarded<Deliveries>("deliveries", {
    async record(delivery) {
      const {
        key,
        subject,
        workflow,
        recipient,
        channel,
        status,
        messageId = null,
        reason = null,
      } = delivery;
      await database
        .insert(deliveries)
        .values({ key, subject, workflow, recipient, channel, status, messageId, reason })
        .onConflictDoUpdate({
          target: deliveries.key,
          set: { status, messageId, reason, recordedAt: sql`now()` },
          setWhere: ne(deliveries.status, "sent"),
        });
    },

    async get(key) {
      const [row] = await database.select().from(deliveries).where(eq(deliveries.key, key));
      return row && recordedDelivery(row);
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

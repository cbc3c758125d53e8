import { randomUUID } from "node:crypto";
import {
  type DeliveryReport,
  isOwnersWord,
  type OwnersWord,
  type ReportedState,
} from "@org/integrations/delivery-reports/port";
import { and, eq, sql } from "drizzle-orm";
import { databaseOn, guarded, type Queryable } from "../database.ts";
import { isInDoubt } from "../ledger/postgres.ts";
import { appendEvents, eventsFor } from "../outbox/append.ts";
import type { Pool } from "../postgres.ts";
import { deliveryReports } from "../schema/delivery-reports.ts";
import { deliveries, sendLedger } from "../schema/platform.ts";
import { deleteSuppression, insertSuppression } from "../suppressions/postgres.ts";
import type { DeliveryReportBook, LostMessage } from "./port.ts";

/** From the best to the worst; a server may still send an email back that it took. */
const ranked: readonly ReportedState[] = ["delivered", "undelivered", "bounced", "opted-out", "complained"];

export function postgresDeliveryReports(pool: Pool): DeliveryReportBook {
  const database = databaseOn(pool);
  return guarded<DeliveryReportBook>("delivery-reports", {
    async take(reports, events) {
      if (reports.length === 0) return;
      await database.transaction(async (transaction) => {
        const lost: LostMessage[] = [];
        for (const report of reports) {
          if (isOwnersWord(report)) await takeWord(transaction, report);
          else if ((await take(transaction, report)) && report.state !== "delivered") lost.push(report);
        }
        if (events && lost.length > 0) await appendEvents(transaction, eventsFor(events, lost));
      });
    },
  });
}

/** Kept as what became of the text in which it was said, so that it counts once, however often it is told. */
async function takeWord(
  transaction: Queryable,
  { messageId, channel, address, wants }: OwnersWord,
): Promise<void> {
  const state = wants ? "delivered" : "opted-out";
  const { rowCount } = await transaction
    .insert(deliveryReports)
    .values({ messageId, channel, state, at: sql`now()` })
    .onConflictDoNothing();
  if (rowCount === 0) return;
  if (wants) await deleteSuppression(transaction, channel, address);
  else await insertSuppression(transaction, { channel, address, reason: "opted-out" });
}

/** @returns whether it says something new. */
async function take(transaction: Queryable, report: DeliveryReport): Promise<boolean> {
  const { messageId, channel, state, address, endsAddress, reference } = report;
  const rank = (of: unknown) => sql`array_position(${sql.param([...ranked])}::text[], ${of})`;
  const at = new Date(report.at);
  const { rowCount } = await transaction
    .insert(deliveryReports)
    .values({ messageId, channel, state, at })
    .onConflictDoUpdate({
      target: deliveryReports.messageId,
      set: { state, at },
      setWhere: sql`${rank(sql`excluded.state`)} > ${rank(deliveryReports.state)}`,
    });
  const isNew = rowCount === 1;
  // Whoever lifted it since knew of this message.
  if (isNew && endsAddress && address !== undefined)
    await insertSuppression(transaction, { channel, address, reason: state });
  if (reference !== undefined) await endDoubt(transaction, reference, messageId);
  return isNew;
}

/** The same as `referenceOf` makes of a key. */
const isOf = (key: typeof deliveries.key | typeof sendLedger.key, reference: string) =>
  sql`left(encode(sha256(convert_to(${key}, 'UTF8')), 'hex'), 32) = ${reference}`;

async function endDoubt(transaction: Queryable, reference: string, messageId: string): Promise<void> {
  await transaction
    .update(sendLedger)
    .set({ state: "sent", result: { messageId }, holder: randomUUID(), settledAt: sql`now()`, toldAt: null })
    .where(and(isInDoubt(), isOf(sendLedger.key, reference)));
  await transaction
    .update(deliveries)
    .set({
      status: "sent",
      messageId,
      reason: null,
      doubtSince: null,
      runId: null,
      asked: 0,
      toldAt: null,
      recordedAt: sql`now()`,
    })
    .where(and(eq(deliveries.status, "unknown"), isOf(deliveries.key, reference)));
}

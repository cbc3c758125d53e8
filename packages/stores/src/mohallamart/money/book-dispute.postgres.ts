import { toPaise } from "@org/events/money";
import { eq, sql } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import type { Emit } from "../../outbox/port.ts";
import { disputes } from "../../schema/mohallamart-money.ts";
import { PaymentStatusError } from "../orders/errors.ts";
import { lockOrder } from "../orders/order-rows.postgres.ts";
import type { BookedDispute, DisputeToBook } from "../port.ts";

/** See `MoneyBook.bookDispute`. */
export async function bookDispute(
  database: Database,
  dispute: DisputeToBook,
  events: Emit<BookedDispute>,
): Promise<boolean> {
  const { disputeId, orderId, amount, status, answerBy } = dispute;
  return await database.transaction(async (transaction) => {
    const { paymentId, paymentStatus } = await lockOrder(transaction, orderId);
    if (paymentId === null) throw new PaymentStatusError(orderId, paymentStatus, "disputed");
    const [earlier] = await transaction.select().from(disputes).where(eq(disputes.disputeId, disputeId));
    if (earlier && (earlier.status === status || (isDecided(earlier.status) && !isDecided(status)))) {
      return false;
    }
    const row = {
      disputeId,
      orderId,
      amountPaise: toPaise(amount),
      status,
      answerBy: answerBy === undefined ? null : new Date(answerBy),
      bookedAt: sql`now()`,
    };
    await transaction
      .insert(disputes)
      .values(row)
      .onConflictDoUpdate({ target: disputes.disputeId, set: row });
    await appendEvents(transaction, eventsFor(events, { ...dispute, paymentId }));
    return true;
  });
}

function isDecided(status: DisputeToBook["status"]): boolean {
  return status === "won" || status === "lost" || status === "closed";
}

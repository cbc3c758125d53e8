import { toPaise, toRupees } from "@org/events/money";
import { and, eq, inArray, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import type { Database, Queryable } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import type { Emit } from "../../outbox/port.ts";
import { orders } from "../../schema/mohallamart.ts";
import { releasedPayments } from "../../schema/mohallamart-released-payments.ts";
import type { Checkout, ReleasedPayment } from "./port.ts";

interface Release extends Emit<ReleasedPayment> {
  /** As it was before it was closed. */
  checkout: Checkout;
  paymentId: string;
  /** Why no order is paid with it. */
  refusal: string;
}

/** Keeps a payment that pays for no order, once, with its events. Nothing of one that pays for the order. */
export async function release(
  transaction: Queryable,
  { checkout, paymentId, refusal, ...events }: Release,
): Promise<void> {
  const { orderId, shopId, total: amount } = checkout;
  const [order] = await transaction.select().from(orders).where(eq(orders.orderId, orderId));
  if (order?.paymentId === paymentId) return;
  const customer = await payerOf(transaction, checkout, order);
  const why = checkout.status === "refused" ? checkout.refusal : refusal;
  const { rowCount } = await transaction
    .insert(releasedPayments)
    .values({
      paymentId,
      orderId,
      shopId,
      totalPaise: toPaise(amount),
      refusal: why,
      contactName: customer?.name ?? null,
      contactEmail: customer?.email.toLowerCase() ?? null,
      language: checkout.language ?? null,
    })
    .onConflictDoNothing();
  if (rowCount === 0) return;
  const { language } = checkout;
  const released = {
    paymentId,
    orderId,
    shopId,
    amount,
    language,
    refusal: why,
    ...(customer && { customer }),
  };
  await appendEvents(transaction, eventsFor(events, released));
}

/** Of the checkout while it is open; then of its order; or of a payment that was made for it before. */
async function payerOf(
  transaction: Queryable,
  checkout: Checkout,
  order: { contactName: string; contactEmail: string } | undefined,
): Promise<ReleasedPayment["customer"]> {
  if (checkout.status === "open") return { name: checkout.customer.name, email: checkout.customer.email };
  // Empty once the account of the order is erased.
  if (order) return order.contactEmail ? { name: order.contactName, email: order.contactEmail } : undefined;
  const [earlier] = await transaction
    .select()
    .from(releasedPayments)
    .where(and(eq(releasedPayments.orderId, checkout.orderId), isNotNull(releasedPayments.contactEmail)))
    .limit(1);
  return earlier && payerFrom(earlier);
}

export async function releasedPayment(
  database: Database,
  paymentId: string,
): Promise<ReleasedPayment | undefined> {
  const [row] = await database
    .select()
    .from(releasedPayments)
    .where(eq(releasedPayments.paymentId, paymentId));
  if (!row) return undefined;
  const { orderId, shopId, totalPaise, refusal } = row;
  const customer = payerFrom(row);
  return {
    paymentId,
    orderId,
    shopId,
    amount: toRupees(totalPaise),
    refusal,
    language: row.language ?? undefined,
    ...(customer && { customer }),
  };
}

function payerFrom({ contactName, contactEmail }: typeof releasedPayments.$inferSelect) {
  return contactEmail === null ? undefined : { name: contactName ?? "", email: contactEmail };
}

/** Of a person whose account is closed. */
export async function forgetPayments(transaction: Queryable, email: string): Promise<void> {
  await forget(transaction, eq(releasedPayments.contactEmail, email));
}

/** Also of a payment that was released while the account was closed, for an order that still had its contact. */
export async function forgetPaymentsOf(transaction: Queryable, userId: string): Promise<void> {
  const theirs = transaction
    .select({ orderId: orders.orderId })
    .from(orders)
    .where(eq(orders.userId, userId));
  await forget(transaction, inArray(releasedPayments.orderId, theirs));
}

async function forget(transaction: Queryable, where: SQL): Promise<void> {
  await transaction.update(releasedPayments).set({ contactName: null, contactEmail: null }).where(where);
}

/** As long as a closed checkout is kept. */
export async function forgetReleased(database: Database): Promise<void> {
  await database
    .delete(releasedPayments)
    .where(lt(releasedPayments.releasedAt, sql`now() - interval '30 days'`));
}

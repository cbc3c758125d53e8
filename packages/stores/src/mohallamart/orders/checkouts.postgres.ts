import { toPaise, toRupees } from "@org/events/money";
import { and, eq, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import type { Database, Queryable } from "../../database.ts";
import { checkouts } from "../../schema/mohallamart-checkouts.ts";
import { someOf } from "../../some-of.ts";
import type { Checkout, Checkouts, NewCheckout, NewOrder } from "../port.ts";
import { CheckoutClosedError } from "./errors.ts";
import { lockOrderId } from "./order-rows.postgres.ts";
import { forgetReleased, release, releasedPayment } from "./released-payments.postgres.ts";

const isOpen = eq(checkouts.status, "open");
const nobody = { contactName: null, contactEmail: null, contactPhone: null, address: null, visitId: null };

export function checkoutsIn(database: Database): Checkouts {
  return {
    async open(checkout) {
      await closeOld(database);
      const fresh = rowOf(checkout);
      const { rowCount } = await database
        .insert(checkouts)
        .values(fresh)
        .onConflictDoUpdate({ target: checkouts.orderId, set: fresh, setWhere: isOpen });
      return rowCount === 1;
    },

    get: (orderId) => find(database, eq(checkouts.orderId, orderId)),
    findByPayment: (paymentOrderId) => find(database, eq(checkouts.paymentOrderId, paymentOrderId)),

    async refuse(orderId, refusal, paid) {
      return await database.transaction(async (transaction) => {
        // Whoever is placing the order at this moment comes first.
        await lockOrderId(transaction, orderId);
        const ofOrder = eq(checkouts.orderId, orderId);
        const before = await find(transaction, ofOrder);
        await refuseAll(transaction, and(ofOrder, isOpen), refusal);
        const closed = await find(transaction, ofOrder);
        if (before && paid) await release(transaction, { checkout: before, refusal, ...paid });
        return closed;
      });
    },

    released: (paymentId) => releasedPayment(database, paymentId),
  };
}

/** Closes the checkout of an order that has just been written. @throws CheckoutClosedError */
export async function closeCheckout(
  transaction: Queryable,
  { orderId, payment }: Pick<NewOrder, "orderId" | "payment">,
): Promise<void> {
  const isExpired = sql<boolean>`${checkouts.expiresAt} < now()`;
  const [found] = await transaction
    .select({ refusal: checkouts.refusal, isExpired })
    .from(checkouts)
    .where(eq(checkouts.orderId, orderId))
    .for("update");
  if (!found) return;
  const { refusal } = found;
  if (payment === "prepaid" && refusal !== null) throw new CheckoutClosedError(refusal);
  if (payment === "prepaid" && found.isExpired) throw new CheckoutClosedError(expired);
  await transaction
    .update(checkouts)
    .set({ status: "placed", refusal: null, ...nobody })
    .where(eq(checkouts.orderId, orderId));
}

/** What a person who is erased was about to order. */
export async function refuseCheckoutsOf(transaction: Queryable, email: string): Promise<void> {
  await refuseAll(transaction, eq(checkouts.contactEmail, email), "The account was closed.");
}

const expired = "The payment came too long after the checkout. Fill your cart and order again.";

/** Contacts go with the expiry. The rest stays for a month, for payments that a bank lets through days later. */
async function closeOld(database: Database): Promise<void> {
  await forgetReleased(database);
  const some = (where: SQL | undefined) => someOf(database, checkouts.orderId, { where, limit: 100 });
  const abandoned = some(and(isNotNull(checkouts.contactEmail), lt(checkouts.expiresAt, sql`now()`)));
  await refuseAll(database, abandoned, expired);
  await database.delete(checkouts).where(some(lt(checkouts.expiresAt, sql`now() - interval '30 days'`)));
}

async function refuseAll(queryable: Queryable, where: SQL | undefined, refusal: string): Promise<void> {
  await queryable
    .update(checkouts)
    .set({ status: "refused", refusal, ...nobody })
    .where(where);
}

type CheckoutRow = typeof checkouts.$inferSelect;

function rowOf({ customer, address, visitId, language, total, expiresAt, ...checkout }: NewCheckout) {
  return {
    ...checkout,
    totalPaise: toPaise(total),
    contactName: customer.name,
    contactEmail: customer.email.toLowerCase(),
    contactPhone: customer.phone ?? null,
    address: address ?? null,
    visitId: visitId ?? null,
    language: language ?? null,
    expiresAt: new Date(expiresAt),
  };
}

async function find(queryable: Queryable, where: SQL): Promise<Checkout | undefined> {
  const [row] = await queryable.select().from(checkouts).where(where);
  return row && checkoutFrom(row);
}

function checkoutFrom(row: CheckoutRow): Checkout {
  const { orderId, paymentOrderId, shopId, items, totalPaise, expiresAt, contactPhone, visitId } = row;
  const language = row.language ?? undefined;
  const kept = { orderId, paymentOrderId, shopId, items, total: toRupees(totalPaise), language };
  const checkout = { ...kept, expiresAt: expiresAt.toISOString() };
  switch (row.status) {
    case "placed":
      return { ...checkout, status: "placed" };
    case "refused":
      return { ...checkout, status: "refused", refusal: row.refusal ?? "" };
    case "open": {
      const customer = { name: row.contactName ?? "", email: row.contactEmail ?? "" };
      return {
        ...checkout,
        status: "open",
        customer: { ...customer, ...(contactPhone === null ? {} : { phone: contactPhone }) },
        ...(row.address === null ? {} : { address: row.address }),
        ...(visitId === null ? {} : { visitId }),
      };
    }
  }
}

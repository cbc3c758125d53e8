import type { Payment } from "@org/integrations/payments/port";
import type { City } from "../world/city.ts";
import { dayLong, type Invariant, isoOf, type Moment } from "./invariant.ts";

interface PaidOrder {
  orderId: string;
  paymentId: string;
  status: string;
  booked: string;
  /** Of a refund that the bank does not have yet, or did not take. */
  refund: string | null;
  total: number;
}

/** Longer than anything happens to an order after it was placed. */
const lookedBack = 4 * dayLong;

/**
 * What the vendor took and did not give back is the total of an order that stands, and nothing for one that was cancelled
 * or never came about; and that is what our books say.
 */
export const moneyIsRight: Invariant = async (city, moment) => {
  const orders = await paidOrders(city, moment);
  const wrong: string[] = [];
  for (const order of orders) wrong.push(...wrongOf(order, await city.ports.payments.get(order.paymentId)));
  return [...wrong, ...(await strayPayments(city))];
};

async function paidOrders({ pool, now }: City, { last }: Moment): Promise<PaidOrder[]> {
  const since = isoOf(last ? 0 : now() - lookedBack);
  const { rows } = await pool.query<PaidOrder>(
    `select order_id as "orderId", payment_id as "paymentId", status, payment_status as booked,
       refund_status as refund, (total_paise / 100.0)::float as total
     from mohallamart.orders where payment_id is not null and placed_at >= $1 order by order_id`,
    [since],
  );
  return rows;
}

function wrongOf({ orderId, status, booked, refund, total }: PaidOrder, payment: Payment): string[] {
  const kept = keptOf(payment);
  const expected = status === "cancelled" && refund !== "failed" ? 0 : total;
  const bookedKept = booked === "captured" && refund !== "pending" ? total : 0;
  const found = `${orderId} is ${status}, its payment ${payment.status} and booked ${booked} ${refund ?? ""}`;
  return [
    ...(kept === expected ? [] : [`${found}: ₹${kept} of ₹${expected} kept`]),
    ...(bookedKept === kept ? [] : [`${found}: wrongly booked`]),
    ...(payment.refunded > 0 && status !== "cancelled" ? [`${found}: given back`] : []),
  ];
}

/** Payments for which no order came about: nothing of them may stay with us. */
async function strayPayments({ memory, pool, ports }: City): Promise<string[]> {
  const ids = memory.payments.map(({ paymentId }) => paymentId);
  const { rows } = await pool.query<{ id: string }>(
    "select payment_id as id from mohallamart.orders where payment_id = any($1)",
    [ids],
  );
  const known = new Set(rows.map(({ id }) => id));
  const wrong: string[] = [];
  for (const { orderId, paymentId } of memory.payments.filter(({ paymentId }) => !known.has(paymentId))) {
    const kept = keptOf(await ports.payments.get(paymentId));
    if (kept !== 0) wrong.push(`₹${kept} of ${paymentId} is kept, and ${orderId} is not paid with it`);
  }
  return wrong;
}

function keptOf({ status, amount, refunded }: Payment): number {
  return status === "captured" || status === "refunded" ? amount - refunded : 0;
}

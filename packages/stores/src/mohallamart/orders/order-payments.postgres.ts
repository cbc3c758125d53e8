import { toRupees } from "@org/events/money";
import { eq } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { orders } from "../../schema/mohallamart.ts";
import type { OrderPayment, Orders, PaymentStatus } from "../port.ts";
import { PaymentStatusError } from "./errors.ts";
import { lockOrder } from "./order-rows.postgres.ts";

export async function paymentOf(database: Database, orderId: string): Promise<OrderPayment | undefined> {
  const [row] = await database.select().from(orders).where(eq(orders.orderId, orderId));
  if (!row) return undefined;
  const { paymentId, totalPaise, paymentStatus } = row;
  return { orderId, paymentId: paymentId ?? undefined, amount: toRupees(totalPaise), status: paymentStatus };
}

type Booking = Parameters<Orders["bookPayment"]>[1];

const comesFrom: Record<Booking, readonly PaymentStatus[]> = {
  captured: ["authorised", "failed"],
  failed: ["authorised"],
  refunded: ["captured"],
};

/** What the order's money has been through when it is in a status. */
const includes: Partial<Record<PaymentStatus, readonly Booking[]>> = {
  captured: ["captured"],
  failed: ["failed"],
  refunded: ["captured", "refunded"],
};

/** See `Orders.bookPayment`. */
export async function bookPayment(database: Database, orderId: string, status: Booking): Promise<boolean> {
  return await database.transaction(async (transaction) => {
    const { paymentStatus } = await lockOrder(transaction, orderId);
    if (includes[paymentStatus]?.includes(status)) return false;
    if (!comesFrom[status].includes(paymentStatus))
      throw new PaymentStatusError(orderId, paymentStatus, status);
    await transaction.update(orders).set({ paymentStatus: status }).where(eq(orders.orderId, orderId));
    return true;
  });
}

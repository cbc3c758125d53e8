import { toRupees } from "@org/events/money";
import { eq } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { orders } from "../../schema/mohallamart.ts";
import { PaymentStatusError } from "../errors.ts";
import type { OrderPayment, PaymentStatus } from "../port.ts";
import { lockOrder } from "./order-rows.ts";

export async function paymentOf(database: Database, orderId: string): Promise<OrderPayment | undefined> {
  const [row] = await database.select().from(orders).where(eq(orders.orderId, orderId));
  if (!row) return undefined;
  const { paymentId, totalPaise, paymentStatus } = row;
  return { orderId, paymentId: paymentId ?? undefined, amount: toRupees(totalPaise), status: paymentStatus };
}

const comesFrom = { captured: "authorised", failed: "authorised", refunded: "captured" } as const;

/** See `Orders.bookPayment`. */
export async function bookPayment(
  database: Database,
  orderId: string,
  status: keyof typeof comesFrom & PaymentStatus,
): Promise<boolean> {
  return await database.transaction(async (transaction) => {
    const { paymentStatus } = await lockOrder(transaction, orderId);
    if (paymentStatus === status) return false;
    if (paymentStatus !== comesFrom[status]) throw new PaymentStatusError(orderId, paymentStatus, status);
    await transaction.update(orders).set({ paymentStatus: status }).where(eq(orders.orderId, orderId));
    return true;
  });
}

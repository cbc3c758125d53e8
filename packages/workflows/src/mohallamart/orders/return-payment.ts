import type { Orders } from "@org/stores/mohallamart/port";
import type { WorkflowStep } from "../../client.ts";
import type { Uses } from "../ports.ts";
import { findPayment, paymentVendor } from "./find-payment.ts";

/**
 * - `nothing-paid`: a cash order;
 * - `not-captured`: the money was never taken, and what is still reserved goes back by itself;
 * - `refunded`: all of it went back, now or before;
 * - `not-ours`: the payment does not belong to the order, so it was left alone.
 */
export type ReturnedPayment = "nothing-paid" | "not-captured" | "refunded" | "not-ours";

export type ReturnPorts = Uses<{
  orders: "payment" | "bookPayment";
  payments: "get" | "getOrder" | "refund";
}>;

/**
 * Gives back what was captured for a cancelled order. It goes by what the vendor says, not by what is booked, so it
 * finds money whose booking was lost; and by one key, so it may run wherever a cancellation is noticed.
 */
export function returnPayment(
  step: WorkflowStep,
  { orders, payments }: ReturnPorts,
  orderId: string,
): Promise<ReturnedPayment> {
  return step.run("return-payment", async (): Promise<ReturnedPayment> => {
    const booked = await orders.payment(orderId);
    if (!booked?.paymentId) return "nothing-paid";
    if (booked.status === "refunded") return "refunded";
    const { paymentId } = booked;
    const vendor = paymentVendor(payments, orderId);
    const found = await findPayment(vendor, { orderId, paymentId });
    if ("refusal" in found) return "not-ours";
    const { status } = found.payment;
    if (status !== "captured" && status !== "refunded") return "not-captured";
    if (status === "captured") await vendor.refund({ paymentId, key: `refund:${orderId}` });
    await bookReturn(orders, orderId);
    return "refunded";
  });
}

async function bookReturn(orders: Pick<Orders, "bookPayment">, orderId: string): Promise<void> {
  await orders.bookPayment(orderId, "captured");
  await orders.bookPayment(orderId, "refunded");
}

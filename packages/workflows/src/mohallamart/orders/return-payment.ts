import type { Payments, Refund } from "@org/integrations/payments/port";
import { refundNews } from "@org/stores/mohallamart/money/money-events";
import type { WorkflowStep } from "../../client.ts";
import type { Uses } from "../ports.ts";
import { findPayment, paymentVendor } from "./find-payment.ts";

/**
 * - `nothing-paid`: a cash order;
 * - `not-captured`: the money was never taken, and what is still reserved goes back by itself;
 * - `refund-pending`: the vendor took the refund, now or before, and the bank does not have it yet;
 * - `refunded`: all of it is back;
 * - `refund-failed`: the bank did not take it, which is told when it is booked;
 * - `not-ours`: the payment does not belong to the order, so it was left alone.
 */
export type ReturnedPayment =
  | "nothing-paid"
  | "not-captured"
  | "refund-pending"
  | "refunded"
  | "refund-failed"
  | "not-ours";

export type ReturnPorts = Uses<{
  orders: "payment" | "bookPayment";
  money: "bookRefund";
  payments: "get" | "getOrder" | "refund" | "refundsOf";
}>;

/**
 * Gives back what was captured for a cancelled order. It goes by what the vendor says, not by what is booked, so it
 * finds money whose booking was lost; and by one key, so it may run wherever a cancellation is noticed. Whether the money
 * arrives is told by the vendor days later.
 */
export function returnPayment(
  step: WorkflowStep,
  ports: ReturnPorts,
  orderId: string,
): Promise<ReturnedPayment> {
  return step.run("return-payment", async (): Promise<ReturnedPayment> => {
    const { orders, payments } = ports;
    const booked = await orders.payment(orderId);
    if (!booked?.paymentId) return "nothing-paid";
    if (booked.status === "refunded") return "refunded";
    const { paymentId } = booked;
    const vendor = paymentVendor(payments, orderId);
    const found = await findPayment(vendor, { orderId, paymentId });
    if ("refusal" in found) return "not-ours";
    const { status } = found.payment;
    if (status !== "captured" && status !== "refunded") return "not-captured";
    const refunds = await refundsOf(vendor, { orderId, paymentId, status });
    await orders.bookPayment(orderId, "captured");
    for (const { id: refundId, amount, status: of } of refunds) {
      await ports.money.bookRefund({ refundId, orderId, amount, status: of }, refundNews());
    }
    return outcomeOf((await orders.payment(orderId)) ?? booked);
  });
}

type Vendor = Pick<Payments, "refund" | "refundsOf">;

/** What is left of a payment is asked for first; what went back before is read, for its booking may have been lost. */
async function refundsOf(
  vendor: Vendor,
  { orderId, paymentId, status }: { orderId: string; paymentId: string; status: "captured" | "refunded" },
): Promise<Refund[]> {
  if (status === "captured") return [await vendor.refund({ paymentId, key: `refund:${orderId}` })];
  return vendor.refundsOf(paymentId);
}

function outcomeOf({ status, refund }: { status: string; refund?: "pending" | "failed" }): ReturnedPayment {
  if (status === "refunded") return "refunded";
  return refund === "failed" ? "refund-failed" : "refund-pending";
}

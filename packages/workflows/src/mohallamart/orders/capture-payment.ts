import { NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import type { Uses } from "../ports.ts";
import { findOrder } from "./find-order.ts";
import { findPayment, isRefusal, paymentVendor } from "./find-payment.ts";

export type Capture = { status: "captured" | "cancelled" } | { status: "refused"; reason: string };

export type CapturePorts = Uses<{
  orders: "get" | "bookPayment";
  payments: "get" | "getOrder" | "capture";
}>;

/**
 * Takes the money that was reserved for an order at checkout, and books it.
 *
 * @returns `refused` when the vendor will never give it, or the payment is not this order's, is of another amount or
 * went back; `cancelled` when the order was cancelled before the money was booked, and the money may have been taken.
 */
export async function capturePayment(
  step: WorkflowStep,
  { orders, payments }: CapturePorts,
  orderId: string,
): Promise<Capture> {
  const capture = await step.run("capture-payment", async (): Promise<Capture> => {
    const { status, paymentId, total } = await findOrder(orders, orderId);
    if (!paymentId)
      throw new NonRetriableError(`Order ${orderId} is no prepaid order: it names no payment to capture.`);
    if (status === "cancelled") return { status };
    const vendor = paymentVendor(payments, orderId);
    const found = await findPayment(vendor, { orderId, paymentId });
    if ("refusal" in found) return { status: "refused", reason: found.refusal };
    const { amount, status: before } = found.payment;
    if (amount !== total) {
      return {
        status: "refused",
        reason: `Payment ${paymentId} is of another amount than order ${orderId}.`,
      };
    }
    if (before === "refunded") {
      return { status: "refused", reason: `Payment ${paymentId} of order ${orderId} went back already.` };
    }
    try {
      await vendor.capture({ paymentId, amount });
      return { status: "captured" };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { status: "refused", reason: error.message };
    }
  });
  if (capture.status !== "captured") return capture;
  // Looked at after the booking: a cancellation that comes later finds the money booked, an earlier one shows here.
  return step.run("book-payment", async (): Promise<Capture> => {
    await orders.bookPayment(orderId, "captured");
    const { status } = await findOrder(orders, orderId);
    return { status: status === "cancelled" ? status : "captured" };
  });
}

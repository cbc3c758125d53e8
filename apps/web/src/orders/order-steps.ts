import type {
  DeliveryProgress,
  OrderPayment,
  OrderProgress,
  OrderStatus,
  ParcelNews,
} from "@org/stores/mohallamart/port";
import type { Step } from "../design/step.ts";
import { parcelSteps } from "./parcel-steps.ts";
import { paymentSteps, returnedPaymentSteps } from "./payment-steps.ts";

const movedText: Record<Exclude<OrderStatus, "placed">, string> = {
  packed: "Packed at the shop",
  shipped: "On its way to you",
  delivered: "Delivered",
  cancelled: "Order cancelled",
};

/**
 * Everything that follows from the order at once, then each move of the order. A cancelled one awaits nothing but the
 * way of its money.
 */
export function toOrderSteps(
  progress: OrderProgress,
  payment: OrderPayment,
  shopName: string,
  parcel: readonly ParcelNews[] = [],
): Step[] {
  const { history, placedAt, status } = progress;
  const placed: Step = { id: "placed", title: "Order placed", state: "done", at: placedAt };
  const handling = handlingSteps(progress, shopName);
  const moves = inTime([...history.flatMap(moveStep), ...parcelSteps(parcel)]);
  if (status !== "cancelled") return [placed, ...paymentSteps(payment), ...handling, ...moves];
  const handled = handling.filter(({ state }) => state !== "pending");
  return [placed, ...handled, ...moves, ...returnedPaymentSteps(payment)];
}

function inTime(steps: Step[]): Step[] {
  return steps.toSorted((one, other) => Date.parse(one.at ?? "") - Date.parse(other.at ?? ""));
}

function moveStep({ status, at, trackingNumber }: OrderProgress["history"][number]): Step[] {
  if (status === "placed") return [];
  const state = status === "cancelled" ? "failed" : "done";
  const detail = trackingNumber === undefined ? {} : { detail: `Tracking number ${trackingNumber}` };
  return [{ id: status, title: movedText[status], state, at, ...detail }];
}

function handlingSteps(progress: OrderProgress, shopName: string): Step[] {
  const { confirmation, shopkeeper, stockTakenAt } = progress;
  return [
    stockTakenAt
      ? { id: "stock", title: "Your items are set aside", state: "done", at: stockTakenAt }
      : { id: "stock", title: "Setting your items aside", state: "pending" },
    deliveryStep("email", confirmation.email, {
      pending: "Sending your confirmation by email",
      sent: "Confirmation sent by email",
      delivered: "Confirmation delivered by email",
      failed: "The confirmation could not be sent by email",
      advice: "Your order stands. This page shows everything the email would.",
    }),
    deliveryStep("sms", confirmation.sms, {
      pending: "Sending your confirmation by SMS",
      sent: "Confirmation sent by SMS",
      delivered: "Confirmation delivered by SMS",
      failed: "The confirmation could not be sent by SMS",
      advice: "Your order stands. Check the number you gave when you order next time.",
    }),
    deliveryStep("shopkeeper", shopkeeper, {
      pending: `Telling ${shopName}`,
      sent: `${shopName} knows about your order`,
      delivered: `${shopName} knows about your order`,
      failed: `${shopName} could not be told by email`,
      advice: "Your order stands. If nobody has called you by evening, ask at the shop.",
    }),
  ];
}

/** Whether every step has ended, well or badly. */
export function isSettled(
  { status, confirmation, shopkeeper, stockTakenAt }: OrderProgress,
  payment: OrderPayment,
): boolean {
  if (status === "cancelled") return payment.status !== "captured" || payment.refund === "failed";
  const deliveries = [confirmation.email, confirmation.sms, shopkeeper];
  return stockTakenAt !== undefined && deliveries.every((delivery) => delivery.status !== "pending");
}

interface DeliveryWords {
  pending: string;
  sent: string;
  /** When the vendor said so. */
  delivered: string;
  failed: string;
  advice: string;
}

function deliveryStep(id: string, delivery: DeliveryProgress, words: DeliveryWords): Step {
  switch (delivery.status) {
    case "pending":
      return { id, title: words.pending, state: "pending" };
    case "sent":
      return sentStep(id, delivery, words);
    case "failed":
      return { id, title: words.failed, detail: words.advice, state: "failed", at: delivery.at };
    case "unknown":
      return {
        id,
        title: words.sent,
        detail: "The service did not say whether it arrived. Your order stands either way.",
        state: "unknown",
        at: delivery.at,
      };
  }
}

/** What was sent may still come back; someone who complains has got it. */
function sentStep(
  id: string,
  { at, report }: Exclude<DeliveryProgress, { status: "pending" }>,
  words: DeliveryWords,
): Step {
  if (!report) return { id, title: words.sent, state: "done", at };
  if (report.state === "delivered" || report.state === "complained")
    return { id, title: words.delivered, state: "done", at: report.at };
  return { id, title: words.failed, detail: words.advice, state: "failed", at: report.at };
}

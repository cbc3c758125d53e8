import { isEnd, moneyOf } from "@org/stores/mohallamart/orders/order-states";
import type { DeliveryProgress, OrderPayment, OrderProgress, ParcelNews } from "@org/stores/mohallamart/port";
import { type Words, wordsIn } from "@org/stores/mohallamart/words/catalogue";
import { type Language, sourceLanguage } from "@org/stores/mohallamart/words/languages";
import type { Step } from "../design/step.ts";
import { parcelSteps } from "./parcel-steps.ts";
import { paymentSteps, returnedPaymentSteps } from "./payment-steps.ts";
import { stepWords } from "./step-words.ts";

type StepWords = Words<typeof stepWords>;

/**
 * Everything that follows from the order at once, then each move of the order. A cancelled one awaits nothing but the
 * way of its money.
 */
export function toOrderSteps(
  progress: OrderProgress,
  payment: OrderPayment,
  shopName: string,
  parcel: readonly ParcelNews[] = [],
  language: Language = sourceLanguage,
): Step[] {
  const words = wordsIn(stepWords, language);
  const { history, placedAt, status } = progress;
  const placed: Step = { id: "placed", title: words.say("placed"), state: "done", at: placedAt };
  const handling = handlingSteps(progress, shopName, words);
  const moves = inTime([
    ...history.flatMap((entry) => moveStep(entry, words)),
    ...parcelSteps(parcel, words, { isCancelled: status === "cancelled" }),
  ]);
  if (status !== "cancelled") return [placed, ...paymentSteps(payment, language), ...handling, ...moves];
  const handled = handling.filter(({ state }) => state !== "pending");
  return [placed, ...handled, ...moves, ...returnedPaymentSteps(payment, language)];
}

function inTime(steps: Step[]): Step[] {
  return steps.toSorted((one, other) => Date.parse(one.at ?? "") - Date.parse(other.at ?? ""));
}

function moveStep(
  { status, at, trackingNumber }: OrderProgress["history"][number],
  { say }: StepWords,
): Step[] {
  if (status === "placed") return [];
  const state = status === "cancelled" ? "failed" : "done";
  const detail = trackingNumber === undefined ? {} : { detail: say("tracking", { number: trackingNumber }) };
  return [{ id: status, title: say(status), state, at, ...detail }];
}

function handlingSteps(progress: OrderProgress, shop: string, { say }: StepWords): Step[] {
  const { confirmation, shopkeeper, stockTakenAt } = progress;
  return [
    stockTakenAt
      ? { id: "stock", title: say("stockDone"), state: "done", at: stockTakenAt }
      : { id: "stock", title: say("stockPending"), state: "pending" },
    deliveryStep("email", confirmation.email, {
      pending: say("emailPending"),
      sent: say("emailSent"),
      delivered: say("emailDelivered"),
      failed: say("emailFailed"),
      advice: say("emailAdvice"),
      notSaid: say("notSaid"),
    }),
    deliveryStep("sms", confirmation.sms, {
      pending: say("smsPending"),
      sent: say("smsSent"),
      delivered: say("smsDelivered"),
      failed: say("smsFailed"),
      advice: say("smsAdvice"),
      notSaid: say("notSaid"),
    }),
    deliveryStep("shopkeeper", shopkeeper, {
      pending: say("shopPending", { shop }),
      sent: say("shopSent", { shop }),
      delivered: say("shopSent", { shop }),
      failed: say("shopFailed", { shop }),
      advice: say("shopAdvice"),
      notSaid: say("notSaid"),
    }),
  ];
}

/** Whether nothing more happens to an order, by people either: it has arrived or was cancelled, and its money is at rest. */
export function isFinal(
  { status, confirmation, shopkeeper, stockTakenAt }: OrderProgress,
  payment: OrderPayment,
): boolean {
  if (!isEnd({ order: status, money: moneyOf(payment) })) return false;
  if (status === "cancelled") return true;
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
  /** When nobody knows what became of it. */
  notSaid: string;
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
        detail: words.notSaid,
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

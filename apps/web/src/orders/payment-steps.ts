import { formatRupees } from "@org/commands/words";
import { type Money, moneyOf } from "@org/stores/mohallamart/orders/order-states";
import type { DisputeToBook, OrderPayment } from "@org/stores/mohallamart/port";
import { type Words, wordsIn } from "@org/stores/mohallamart/words/catalogue";
import type { Language } from "@org/stores/mohallamart/words/languages";
import type { Step } from "../design/step.ts";
import { paymentWords } from "./payment-words.ts";

type Say = Words<typeof paymentWords>["say"];
type Row = Pick<Step, "state" | "detail" | "title">;
type Rows = Record<Money, (say: Say, paid: string) => Row | undefined>;

/** Of an order that stands; nothing of one that is paid on delivery. */
const standing: Rows = {
  due: () => undefined,
  authorised: (say, paid) => ({ title: say("taking", { paid }), state: "pending" }),
  captured: (say, paid) => ({ title: say("paid", { paid }), state: "done" }),
  failed: (say) => ({ title: say("failed"), state: "failed", detail: say("released") }),
  "refund-pending": (say, paid) => ({
    title: say("onTheWay", { paid }),
    state: "pending",
    detail: say("underWay"),
  }),
  "refund-failed": (say, paid) => ({
    title: say("notTaken", { paid }),
    state: "failed",
    detail: say("stillYours"),
  }),
  refunded: (say, paid) => ({ title: say("sentBack", { paid }), state: "done", detail: say("arrived") }),
};

const notTaken: Rows["authorised"] = (say, paid) => ({
  title: say("wereNotTaken", { paid }),
  state: "done",
  detail: say("released"),
});

/** Of a cancelled order, where it differs: its money goes the other way. */
const cancelled: Rows = {
  ...standing,
  authorised: notTaken,
  failed: notTaken,
  captured: (say, paid) => ({ title: say("sending", { paid }), state: "pending" }),
};

/** The way of an order's money to the shop. */
export function paymentSteps(payment: OrderPayment, language?: Language): Step[] {
  return stepsOf(standing, payment, language);
}

/** The way of a cancelled order's money back to the customer. */
export function returnedPaymentSteps(payment: OrderPayment, language?: Language): Step[] {
  return stepsOf(cancelled, payment, language);
}

function stepsOf(rows: Rows, payment: OrderPayment, language: Language | undefined): Step[] {
  const row = rows[moneyOf(payment)](wordsIn(paymentWords, language).say, formatRupees(payment.amount));
  return row ? [{ id: "payment", ...row }] : [];
}

const disputed: Record<DisputeToBook["status"], Step["state"]> = {
  open: "pending",
  "under-review": "pending",
  won: "done",
  lost: "done",
  closed: "done",
};

/** What the customer's bank asks about the payment. */
export function disputeSteps(disputes: readonly DisputeToBook[], language?: Language): Step[] {
  const { say } = wordsIn(paymentWords, language);
  return disputes.map(({ disputeId, status }) => ({
    id: `dispute-${disputeId}`,
    title: say(`dispute-${status}`),
    state: disputed[status],
    ...(status === "open" ? { detail: say("asked") } : {}),
  }));
}

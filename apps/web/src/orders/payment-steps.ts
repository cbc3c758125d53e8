import { formatRupees } from "@org/commands/words";
import { type Money, moneyOf } from "@org/stores/mohallamart/orders/order-states";
import type { DisputeToBook, OrderPayment } from "@org/stores/mohallamart/port";
import type { Step } from "../design/step.ts";

type Row = Pick<Step, "state" | "detail"> & { title: string };

const released = "What your bank had reserved is released by itself, mostly within a week.";
const underWay = "Banks take five to seven working days. We write to you when your bank has it.";
const arrived = "Your bank has it, and may take a day or two to show it.";
const notTaken =
  "It is still yours. Whoever looks after payments was told, and gives it back in another way.";

/** Of an order that stands; nothing of one that is paid on delivery. */
const standing: Record<Money, (paid: string) => Row | undefined> = {
  due: () => undefined,
  authorised: (paid) => ({ title: `Taking your payment of ${paid}`, state: "pending" }),
  captured: (paid) => ({ title: `${paid} paid online`, state: "done" }),
  failed: () => ({ title: "Your payment failed", state: "failed", detail: released }),
  "refund-pending": (paid) => ({
    title: `Your ${paid} are on their way back`,
    state: "pending",
    detail: underWay,
  }),
  "refund-failed": (paid) => ({
    title: `Your bank did not take ${paid} back`,
    state: "failed",
    detail: notTaken,
  }),
  refunded: (paid) => ({ title: `${paid} sent back to you`, state: "done", detail: arrived }),
};

/** Of a cancelled order, where it differs: its money goes the other way. */
const cancelled: typeof standing = {
  ...standing,
  authorised: (paid) => ({ title: `Your ${paid} were not taken`, state: "done", detail: released }),
  failed: (paid) => ({ title: `Your ${paid} were not taken`, state: "done", detail: released }),
  captured: (paid) => ({ title: `Sending your ${paid} back`, state: "pending" }),
};

/** The way of an order's money to the shop. */
export function paymentSteps(payment: OrderPayment): Step[] {
  return stepsOf(standing, payment);
}

/** The way of a cancelled order's money back to the customer. */
export function returnedPaymentSteps(payment: OrderPayment): Step[] {
  return stepsOf(cancelled, payment);
}

function stepsOf(rows: typeof standing, payment: OrderPayment): Step[] {
  const row = rows[moneyOf(payment)](formatRupees(payment.amount));
  return row ? [{ id: "payment", ...row }] : [];
}

const asked = "If you asked your bank to, there is nothing to do. If not, tell it that you made the payment.";

const disputed: Record<DisputeToBook["status"], Row> = {
  open: { title: "Your bank asks about this payment", state: "pending", detail: asked },
  "under-review": { title: "Your bank looks at this payment", state: "pending" },
  won: { title: "Your bank says that the payment stands", state: "done" },
  lost: { title: "Your bank gave you the payment back", state: "done" },
  closed: { title: "Your bank has closed its question about this payment", state: "done" },
};

/** What the customer's bank asks about the payment. */
export function disputeSteps(disputes: readonly DisputeToBook[]): Step[] {
  return disputes.map(({ disputeId, status }) => ({ id: `dispute-${disputeId}`, ...disputed[status] }));
}

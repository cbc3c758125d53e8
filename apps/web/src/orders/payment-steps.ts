import { formatRupees } from "@org/commands/words";
import type { OrderPayment } from "@org/stores/mohallamart/port";
import type { Step } from "../design/step.ts";

/** The way of an order's money to the shop; nothing of an order that is paid on delivery. */
export function paymentSteps({ status, amount }: OrderPayment): Step[] {
  const paid = formatRupees(amount);
  switch (status) {
    case "due":
      return [];
    case "authorised":
      return [step(`Taking your payment of ${paid}`, "pending")];
    case "captured":
      return [step(`${paid} paid online`, "done")];
    case "failed":
      return [step("Your payment failed", "failed", released)];
    case "refunded":
      return [step(`${paid} sent back to you`, "done", refunded)];
  }
}

/** The way of a cancelled order's money back to the customer. */
export function returnedPaymentSteps(payment: OrderPayment): Step[] {
  const paid = formatRupees(payment.amount);
  switch (payment.status) {
    case "authorised":
    case "failed":
      return [step(`Your ${paid} were not taken`, "done", released)];
    case "captured":
      return [step(`Sending your ${paid} back`, "pending")];
    default:
      return paymentSteps(payment);
  }
}

const released = "What your bank had reserved is released by itself, mostly within a week.";
const refunded = "Banks take five to seven working days to show it.";

function step(title: string, state: Step["state"], detail?: string): Step {
  return { id: "payment", title, state, ...(detail === undefined ? {} : { detail }) };
}

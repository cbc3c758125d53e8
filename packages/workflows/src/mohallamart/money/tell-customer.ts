import type { CausingEvent } from "@org/events";
import type { WorkflowStep } from "../../client.ts";
import { type asked, askForEmails } from "../notifications/ask-for-messages.ts";
import { findOrder } from "../orders/find-order.ts";
import { whyErased } from "../orders/why-silent.ts";
import type { Uses } from "../ports.ts";
import { moneyNews } from "./emails.tsx";
import type { MoneyNews } from "./money-news-email.tsx";

export type MoneyNewsPorts = Uses<{ orders: "get" }>;

export interface MoneyNewsToTell {
  orderId: string;
  news: MoneyNews;
  amount: number;
  /** Told once for each key: `refund:rfnd_1:processed`. */
  key: string;
  /** Under whose name it is recorded. */
  workflow: string;
  cause: CausingEvent;
}

type Told = { skipped: string } | { email: typeof asked };

/** Asks for an email that tells the customer. */
export async function tellCustomer(
  step: WorkflowStep,
  { orders }: MoneyNewsPorts,
  { orderId, news, amount, key, workflow, cause }: MoneyNewsToTell,
): Promise<Told> {
  const order = await step.run("fetch-order", () => findOrder(orders, orderId));
  const skipped = whyErased(order);
  if (skipped) return { skipped };
  const email = await askForEmails(step, "ask-for-email", [
    {
      key: `${key}:email`,
      content: moneyNews.of({ orderId, news, amount }),
      about: orderId,
      askedBy: workflow,
      recipient: "customer",
      cause,
    },
  ]);
  return { email };
}

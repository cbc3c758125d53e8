import type { CausingEvent } from "@org/events";
import type { WorkflowStep } from "../../client.ts";
import { type asked, askForEmails } from "../notifications/ask-for-messages.ts";
import { moneyNews } from "./emails.tsx";
import type { MoneyNews } from "./money-news-email.tsx";

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

/** Asks for an email that tells the customer; one who deleted their account by the time it leaves gets none. */
export async function tellCustomer(
  step: WorkflowStep,
  { orderId, news, amount, key, workflow, cause }: MoneyNewsToTell,
): Promise<{ email: typeof asked }> {
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

import type { CausingEvent } from "@org/events";
import { notificationSend } from "@org/events/mohallamart/notification-send";
import type { OrderDetails } from "@org/stores/mohallamart/port";
import type { WorkflowStep } from "../../client.ts";
import type { NoMessage } from "../../deliver.ts";
import { asked, type EmailToAskFor, requestedEmail } from "../notifications/ask-for-messages.ts";

/** What a step says of who hears of an order: no address. */
export interface OrderReader {
  userId: string;
  /** Whether there is one to text to. */
  phone: boolean;
}

/** @param whyNot as `whySilent` */
export function readerOf(
  order: OrderDetails,
  whyNot: (order: OrderDetails) => string | undefined,
): OrderReader | NoMessage {
  const skipped = whyNot(order);
  if (skipped) return { skipped };
  return { userId: order.userId, phone: order.customer.phone !== undefined };
}

interface OrderNews extends OrderReader {
  /** Of the notification's type, after `order.`. */
  news: "packed" | "shipped" | "delivered" | "attemptFailed";
  /** Of the notification; its key is made of it as well. */
  data: { orderId: string; attempt?: number };
  email: Pick<EmailToAskFor, "key" | "content" | "askedBy">;
  cause: CausingEvent;
}

/** Asks for the customer to be told of their order's way to them: by email, by push, and by SMS where they gave a phone. */
export async function tellOfOrderNews(
  step: WorkflowStep,
  { userId, phone, news, data, email, cause }: OrderNews,
): Promise<{ email: typeof asked }> {
  const type = `order.${news}` as const;
  const { orderId, attempt } = data;
  const about = attempt === undefined ? orderId : `${orderId}:${attempt}`;
  await step.sendEvent("tell-customer", [
    notificationSend.create(
      { userId, type, channels: phone ? ["push", "sms"] : ["push"], priority: "transactional", data },
      { cause, id: `${notificationSend.event}:${type}:${about}` },
    ),
    requestedEmail({ ...email, key: `${email.key}:email`, about: orderId, recipient: "customer", cause }),
  ]);
  return { email: asked };
}

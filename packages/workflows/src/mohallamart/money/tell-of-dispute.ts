import type { EventData } from "@org/events";
import { paymentDisputed } from "@org/events/mohallamart/payment-disputed";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { tellCustomer } from "./tell-customer.ts";

type Ports = Uses<{ inngest: true }>;

/** Tells the customer that their bank questions a payment, and what it decided; not what lies between the two. */
export function tellOfDispute({ inngest }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: "tell-of-dispute",
      triggers: [paymentDisputed],
      retries: defaultRetries,
    },
    async ({ event, step }) => {
      const { orderId, disputeId, status, amount }: EventData<typeof paymentDisputed> = event.data;
      if (status === "under-review") return { skipped: `The bank looks at what it has of ${disputeId}.` };
      return tellCustomer(step, {
        orderId,
        news: `dispute-${status}`,
        amount,
        key: `dispute:${disputeId}:${status}`,
        workflow: "tell-of-dispute",
        cause: event,
      });
    },
  );
}

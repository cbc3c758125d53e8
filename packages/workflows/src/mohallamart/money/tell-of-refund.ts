import type { EventData } from "@org/events";
import { refundUpdated } from "@org/events/mohallamart/refund-updated";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { tellCustomer } from "./tell-customer.ts";

type Ports = Uses<{ inngest: true }>;

/** Tells the customer that their money is back, or that their bank did not take it. */
export function tellOfRefund({ inngest }: Ports): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: "tell-of-refund",
      triggers: [refundUpdated],
      retries: defaultRetries,
    },
    ({ event, step }) => {
      const { orderId, refundId, status, amount }: EventData<typeof refundUpdated> = event.data;
      return tellCustomer(step, {
        orderId,
        news: `refund-${status}`,
        amount,
        key: `refund:${refundId}:${status}`,
        workflow: "tell-of-refund",
        cause: event,
      });
    },
  );
}

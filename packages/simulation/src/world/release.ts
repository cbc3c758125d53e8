import { defineEvent, type EventToSend, previousVersion } from "@org/events";
import { rupees, userId } from "@org/events/fields";
import { orderId, orderItem, paymentId, shopId } from "@org/events/mohallamart/fields";
import { orderCreated } from "@org/events/mohallamart/order-created";
import type { InngestFunction } from "inngest";
import * as z from "zod";

const earlierVersion = "2026-10-01.01";

/** The order's event, as if its total had once had another name: the version before the release. */
const released = defineEvent({
  name: orderCreated.event,
  version: orderCreated.version,
  category: orderCreated.category,
  owner: orderCreated.owner,
  kind: orderCreated.kind,
  summary: orderCreated.summary,
  data: z.object(orderCreated.schema.shape),
  examples: orderCreated.examples,
  previous: previousVersion({
    version: earlierVersion,
    data: z.object({
      ...{ orderId, userId, shopId, items: z.array(orderItem).min(1), amount: rupees },
      ...{ payment: z.enum(["cash", "prepaid"]).optional(), paymentId: paymentId.optional() },
    }),
    upcast: ({ amount, ...order }) => ({ ...order, total: amount }),
  }),
});

/** The event as a web app emits it that was not released yet. */
export function beforeRelease(event: EventToSend): EventToSend {
  if (event.name !== orderCreated.event) return event;
  const { total: amount, ...order }: { total?: unknown } = Object(event.data);
  return { ...event, v: earlierVersion, data: { ...order, amount } };
}

/** Has functions understand both versions, as a worker does that is released before the web app. */
export function understandingBoth(functions: InngestFunction.Any[]): InngestFunction.Any[] {
  for (const { opts } of functions) {
    const triggers: object[] = opts.triggers ?? [];
    for (const [place, trigger] of triggers.entries()) {
      if ("event" in trigger && trigger.event === orderCreated.event && "receive" in trigger)
        triggers[place] = { ...trigger, receive: released.receive };
    }
  }
  return functions;
}

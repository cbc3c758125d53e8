import { orderPaid } from "@org/events/mohallamart/order-paid";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import type { ShopNoticePorts } from "../shopkeepers/tell-shopkeepers.ts";
import { cashOrderCreated } from "./payment-triggers.ts";
import { tellOfNewOrder } from "./tell-shop-of-order.ts";

type Ports = Uses<{ inngest: true; orders: "get" }> & ShopNoticePorts;

/** Tells everyone who keeps the shop what to pack of a cash order or one that was paid, by email and by push to their devices. */
export function notifyShopkeeper(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "notify-shopkeeper",
      triggers: [cashOrderCreated, orderPaid],
      retries: defaultRetries,
    },
    ({ event, step }) => tellOfNewOrder(step, ports, { orderId: event.data.orderId, cause: event }),
  );
}

import { orderTellCancelled } from "@org/events/mohallamart/order-tell-cancelled";
import type { InngestFunction } from "inngest";
import { retries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import type { ShopNoticePorts } from "../shopkeepers/tell-shopkeepers.ts";
import { tellOfCancelledOrder } from "./tell-shop-of-order.ts";

type Ports = Uses<{ inngest: true; orders: "get" | "progress" }> & ShopNoticePorts;

/** Tells everyone who keeps the shop that there is nothing to pack any more, if they had heard of the order. */
export function tellShopOfCancellation(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "tell-shop-of-cancellation",
      triggers: [orderTellCancelled],
      ...retries(
        20,
        "Whoever is not told packs and sends the order: these reach over 70 minutes of a vendor's trouble.",
      ),
    },
    ({ event, step }) => {
      const { orderId, reason } = event.data;
      return tellOfCancelledOrder(step, ports, {
        orderId,
        comesBack: reason === "undeliverable",
        cause: event,
      });
    },
  );
}

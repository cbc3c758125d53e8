import { orderTellCancelled } from "@org/events/mohallamart/order-tell-cancelled";
import type { InngestFunction } from "inngest";
import { retries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { Uses } from "../ports.ts";
import type { ShopNoticePorts } from "../shopkeepers/tell-shopkeepers.ts";
import { findOrder } from "./find-order.ts";
import { isAccepted } from "./is-accepted.ts";
import { tellShopOfCancellation as tellShop } from "./tell-shop-of-order.ts";

type Ports = Uses<{ inngest: true; orders: "get" | "progress"; limits: true }> & ShopNoticePorts;

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
      throttle: sendingShare("tell-shop-of-cancellation", ports.limits),
    },
    async ({ event, step }) => {
      const order = await step.run("fetch-order", () => findOrder(ports.orders, event.data.orderId));
      const accepted = await step.run("check-acceptance", () => isAccepted(ports.orders, order));
      if (!accepted) return { skipped: `Shop ${order.shopId} had not heard of order ${order.orderId}.` };
      return tellShop(step, ports, { order, cause: event });
    },
  );
}

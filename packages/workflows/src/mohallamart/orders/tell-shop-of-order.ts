import type { CausingEvent } from "@org/events";
import { NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import type { Uses } from "../ports.ts";
import {
  type NoticesAsked,
  type ShopNotice,
  type ShopNoticePorts,
  tellShopkeepers,
} from "../shopkeepers/tell-shopkeepers.ts";
import { newOrder, stopPacking } from "./emails.tsx";
import { findOrder } from "./find-order.ts";
import { isAccepted } from "./is-accepted.ts";
import { newOrderPush, stopPackingPush } from "./pushes.ts";

/** Tells everyone who keeps the shop what to pack, unless the order was cancelled before they heard of it. */
export function tellOfNewOrder(
  step: WorkflowStep,
  { orders, ...ports }: ShopNoticePorts & Uses<{ orders: "get" }>,
  { orderId, cause }: { orderId: string; cause: CausingEvent },
): Promise<NoticesAsked> {
  return tellOfOrder(step, ports, orderId, {
    workflow: "notify-shopkeeper",
    async shopId() {
      const { shopId, status } = await findOrder(orders, orderId);
      return status === "cancelled" ? { skipped: `Order ${orderId} was cancelled.` } : shopId;
    },
    key: `new-order:${orderId}`,
    email: (shopkeeperId) => newOrder.of({ orderId, shopkeeperId }),
    push: newOrderPush.of({ orderId }),
    cause,
  });
}

/**
 * Tells everyone who keeps the shop that there is nothing to pack any more, or that what was on its way comes back; unless they
 * never heard of the order.
 */
export function tellOfCancelledOrder(
  step: WorkflowStep,
  { orders, ...ports }: ShopNoticePorts & Uses<{ orders: "get" | "progress" }>,
  { orderId, comesBack, cause }: { orderId: string; comesBack: boolean; cause: CausingEvent },
): Promise<NoticesAsked> {
  return tellOfOrder(step, ports, orderId, {
    workflow: "tell-shop-of-cancellation",
    async shopId() {
      const order = await findOrder(orders, orderId);
      if (await isAccepted(orders, order)) return order.shopId;
      return { skipped: `Shop ${order.shopId} had not heard of order ${orderId}.` };
    },
    key: `order-cancelled:${orderId}`,
    email: (shopkeeperId) => stopPacking.of({ orderId, shopkeeperId, comesBack }),
    push: stopPackingPush.of({ orderId, comesBack }),
    cause,
  });
}

/** @throws NonRetriableError when nobody keeps the shop. */
async function tellOfOrder(
  step: WorkflowStep,
  ports: ShopNoticePorts,
  orderId: string,
  notice: Omit<ShopNotice, "about">,
): Promise<NoticesAsked> {
  const told = await tellShopkeepers(step, ports, { ...notice, about: orderId });
  if (Object.keys(told).length === 0)
    throw new NonRetriableError(`Nobody could be told of order ${orderId}: nobody keeps its shop.`);
  return told;
}

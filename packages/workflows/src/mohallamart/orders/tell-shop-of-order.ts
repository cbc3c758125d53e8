import type { CausingEvent } from "@org/events";
import type { OrderDetails } from "@org/stores/mohallamart/port";
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
import { newOrderPush, stopPackingPush } from "./pushes.ts";

/** Tells everyone who keeps the shop what to pack, unless the order was cancelled before they heard of it. */
export async function tellOfNewOrder(
  step: WorkflowStep,
  { orders, ...ports }: ShopNoticePorts & Uses<{ orders: "get" }>,
  cause: CausingEvent & { data: Pick<OrderDetails, "orderId" | "shopId"> },
): Promise<NoticesAsked> {
  const { orderId } = cause.data;
  return tellOfOrder(step, ports, cause.data, {
    workflow: "notify-shopkeeper",
    async whyNot() {
      const { status } = await findOrder(orders, orderId);
      return status === "cancelled" ? `Order ${orderId} was cancelled.` : undefined;
    },
    key: `new-order:${orderId}`,
    email: (shopkeeperId) => newOrder.of({ orderId, shopkeeperId }),
    push: newOrderPush.of({ orderId }),
    cause,
  });
}

/** Tells everyone who keeps the shop that there is nothing to pack any more, or that what was on its way comes back. */
export function tellShopOfCancellation(
  step: WorkflowStep,
  ports: ShopNoticePorts,
  { order, comesBack, cause }: { order: OrderDetails; comesBack: boolean; cause: CausingEvent },
): Promise<NoticesAsked> {
  const { orderId } = order;
  return tellOfOrder(step, ports, order, {
    workflow: "tell-shop-of-cancellation",
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
  { orderId, shopId }: Pick<OrderDetails, "orderId" | "shopId">,
  notice: Omit<ShopNotice, "shopId" | "about">,
): Promise<NoticesAsked> {
  const told = await tellShopkeepers(step, ports, { ...notice, shopId, about: orderId });
  if (Object.keys(told).length === 0)
    throw new NonRetriableError(
      `Nobody at shop ${shopId} could be told of order ${orderId}: nobody keeps it.`,
    );
  return told;
}

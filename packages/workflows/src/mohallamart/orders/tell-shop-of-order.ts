import type { CausingEvent } from "@org/events";
import type { OrderDetails } from "@org/stores/mohallamart/port";
import { NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import {
  type NoticesAsked,
  type ShopNotice,
  type ShopNoticePorts,
  tellShopkeepers,
} from "../shopkeepers/tell-shopkeepers.ts";
import { newOrder, stopPacking } from "./emails.tsx";
import { newOrderPush, stopPackingPush } from "./pushes.ts";

/** What was asked for by shopkeeper and channel. */
type Told = { skipped: string } | NoticesAsked;

/** Tells everyone who keeps the shop what to pack, unless the order was cancelled before they heard of it. */
export async function tellOfNewOrder(
  step: WorkflowStep,
  ports: ShopNoticePorts,
  { order, cause }: { order: OrderDetails; cause: CausingEvent },
): Promise<Told> {
  const { orderId } = order;
  if (order.status === "cancelled") return { skipped: `Order ${orderId} was cancelled.` };
  return tellOfOrder(step, ports, order, {
    workflow: "notify-shopkeeper",
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
): Promise<Told> {
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
  { orderId, shopId }: OrderDetails,
  notice: Omit<ShopNotice, "shopId" | "about">,
): Promise<Told> {
  const told = await tellShopkeepers(step, ports, { ...notice, shopId, about: orderId });
  if (Object.keys(told).length === 0)
    throw new NonRetriableError(
      `Nobody at shop ${shopId} could be told of order ${orderId}: nobody keeps it.`,
    );
  return told;
}

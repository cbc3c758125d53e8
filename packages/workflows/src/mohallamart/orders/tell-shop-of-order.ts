import type { CausingEvent } from "@org/events";
import { noDevice } from "@org/integrations/push/port";
import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import type { OrderDetails } from "@org/stores/mohallamart/port";
import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import { NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { money } from "../brand.ts";
import {
  type NoticeOutcome,
  type ShopNotice,
  type ShopNoticePorts,
  tellShopkeepers,
} from "../shopkeepers/tell-shopkeepers.ts";
import { newOrder, stopPacking } from "./emails.tsx";
import { orderWords } from "./words.ts";

/** That somebody has no device for push is no failure. */
type DeliveryState = NoticeOutcome["status"] | "no-device";

/** What became of it by shopkeeper and channel. */
type Told = { skipped: string } | Record<string, DeliveryState>;

/** Tells everyone who keeps the shop what to pack, unless the order was cancelled before they heard of it. */
export async function tellOfNewOrder(
  step: WorkflowStep,
  ports: ShopNoticePorts,
  { order, cause }: { order: OrderDetails; cause: CausingEvent },
): Promise<Told> {
  const { orderId, lines, total } = order;
  if (order.status === "cancelled") return { skipped: `Order ${orderId} was cancelled.` };
  return tellOfOrder(step, ports, order, {
    workflow: "notify-shopkeeper",
    key: `new-order:${orderId}`,
    push: (brand) => ({
      title: wordsIn(orderWords, brand.locale).say("newOrder", { order: orderNumber(orderId) }),
      body: `${lines.map(({ quantity, name }) => `${quantity} × ${name}`).join(", ")}. ${money(total, brand)}`,
    }),
    email: (shopkeeperId) => newOrder.of({ orderId, shopkeeperId }),
    cause,
  });
}

/** Tells everyone who keeps the shop that there is nothing to pack any more. */
export function tellShopOfCancellation(
  step: WorkflowStep,
  ports: ShopNoticePorts,
  { order, cause }: { order: OrderDetails; cause: CausingEvent },
): Promise<Told> {
  const { orderId } = order;
  return tellOfOrder(step, ports, order, {
    workflow: "tell-shop-of-cancellation",
    key: `order-cancelled:${orderId}`,
    push: (brand) => {
      const { say } = wordsIn(orderWords, brand.locale);
      return { title: say("shopCancelled", { order: orderNumber(orderId) }), body: say("stopPackingNews") };
    },
    email: (shopkeeperId) => stopPacking.of({ orderId, shopkeeperId }),
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
  const outcomes = await tellShopkeepers(step, ports, { ...notice, shopId, about: { orderId } });
  if (Object.keys(outcomes).length === 0)
    throw new NonRetriableError(
      `Nobody at shop ${shopId} could be told of order ${orderId}: nobody keeps it.`,
    );
  return Object.fromEntries(Object.entries(outcomes).map(([to, outcome]) => [to, stateOf(outcome)]));
}

function stateOf(outcome: NoticeOutcome): DeliveryState {
  return "code" in outcome && outcome.code === noDevice ? "no-device" : outcome.status;
}

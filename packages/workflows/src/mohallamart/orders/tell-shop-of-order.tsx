import { noDevice } from "@org/integrations/push/port";
import type { OrderDetails } from "@org/stores/mohallamart/port";
import { NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import type { DeliveryOutcome } from "../../deliver.ts";
import { brandOf, money } from "../brand.ts";
import { renderBranded } from "../brand-context.tsx";
import type { Uses } from "../ports.ts";
import { type ShopNotice, type ShopNoticePorts, tellShopkeepers } from "../shopkeepers/tell-shopkeepers.ts";
import { NewOrderEmail } from "./new-order-email.tsx";
import { StopPackingEmail } from "./stop-packing-email.tsx";

export type ShopOrderPorts = ShopNoticePorts & Uses<{ brand: true }>;

/** That somebody has no device for push is no failure. */
type DeliveryState = DeliveryOutcome["status"] | "no-device";

/** What became of it by shopkeeper and channel. */
type Told = { skipped: string } | Record<string, DeliveryState>;

/** Tells everyone who keeps the shop what to pack, unless the order was cancelled before they heard of it. */
export async function tellOfNewOrder(
  step: WorkflowStep,
  ports: ShopOrderPorts,
  order: OrderDetails,
): Promise<Told> {
  const { orderId, shop, lines, total } = order;
  const brand = brandOf(ports);
  if (order.status === "cancelled") return { skipped: `Order ${orderId} was cancelled.` };
  return tellOfOrder(step, ports, order, {
    workflow: "notify-shopkeeper",
    key: `new-order:${orderId}`,
    title: `New order ${orderId}`,
    body: `${lines.map(({ quantity, name }) => `${quantity} × ${name}`).join(", ")}. ${money(total, brand)}`,
    render: () =>
      renderBranded(
        <NewOrderEmail shopName={shop.name} orderId={orderId} lines={lines} total={total} />,
        brand,
      ),
  });
}

/** Tells everyone who keeps the shop that there is nothing to pack any more. */
export function tellShopOfCancellation(
  step: WorkflowStep,
  ports: ShopOrderPorts,
  order: OrderDetails,
): Promise<Told> {
  const { orderId, shop, lines, total } = order;
  return tellOfOrder(step, ports, order, {
    workflow: "tell-shop-of-cancellation",
    key: `order-cancelled:${orderId}`,
    title: `Order ${orderId} was cancelled`,
    body: "Please do not pack it, or put it back.",
    render: () =>
      renderBranded(
        <StopPackingEmail shopName={shop.name} orderId={orderId} lines={lines} total={total} />,
        brandOf(ports),
      ),
  });
}

/** @throws NonRetriableError when nobody keeps the shop, or after all were tried and nobody could be told. */
async function tellOfOrder(
  step: WorkflowStep,
  ports: ShopOrderPorts,
  { orderId, shopId }: OrderDetails,
  notice: Omit<ShopNotice, "shopId" | "about">,
): Promise<Told> {
  const outcomes = await tellShopkeepers(step, ports, { ...notice, shopId, about: { orderId } });
  const all = Object.values(outcomes);
  if (!all.some(({ status }) => status === "sent" || status === "unknown")) {
    const reason = all[0]?.reason ?? "nobody keeps it.";
    throw new NonRetriableError(`Nobody at shop ${shopId} could be told of order ${orderId}: ${reason}`);
  }
  return Object.fromEntries(Object.entries(outcomes).map(([to, outcome]) => [to, stateOf(outcome)]));
}

function stateOf({ status, code }: DeliveryOutcome): DeliveryState {
  return code === noDevice ? "no-device" : status;
}

import type { OrderDetails } from "@org/integrations/stores/mohallamart/port";
import type { MohallaMartStep } from "../client.ts";
import { StopPackingEmail } from "../stop-packing-email.tsx";
import { type ShopkeeperPorts, tellShopkeepers } from "./tell-shopkeepers.ts";

/** Tells everyone who keeps the shop that there is nothing to pack any more. */
export function tellShopOfCancellation(ports: ShopkeeperPorts, step: MohallaMartStep, order: OrderDetails) {
  const { orderId, shop, lines, total } = order;
  return tellShopkeepers(ports, step, order, {
    kind: "order-cancelled",
    workflow: "cancel-order",
    title: `Order ${orderId} was cancelled`,
    pushBody: "Please do not pack it, or put it back.",
    email: <StopPackingEmail shopName={shop.name} orderId={orderId} lines={lines} total={total} />,
  });
}

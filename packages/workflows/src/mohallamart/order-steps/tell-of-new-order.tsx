import type { OrderDetails } from "@org/integrations/stores/mohallamart/port";
import { rupees } from "../../format.ts";
import type { MohallaMartStep } from "../client.ts";
import { NewOrderEmail } from "../new-order-email.tsx";
import { type ShopkeeperPorts, tellShopkeepers } from "./tell-shopkeepers.ts";

/** Tells everyone who keeps the shop what to pack, unless the order was cancelled before they heard of it. */
export async function tellOfNewOrder(ports: ShopkeeperPorts, step: MohallaMartStep, order: OrderDetails) {
  const { orderId, shop, lines, total } = order;
  if (order.status === "cancelled") return { skipped: `Order ${orderId} was cancelled.` };
  return tellShopkeepers(ports, step, order, {
    kind: "new-order",
    workflow: "notify-shopkeeper",
    title: `New order ${orderId}`,
    pushBody: `${lines.map(({ quantity, name }) => `${quantity} × ${name}`).join(", ")}. ${rupees(total)}`,
    email: <NewOrderEmail shopName={shop.name} orderId={orderId} lines={lines} total={total} />,
  });
}

import { orderNumber } from "@org/stores/mohallamart/orders/order-number";
import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import * as z from "zod";
import { money } from "../brand.ts";
import { pushTemplate } from "../notifications/push-template.ts";
import { toKeeper } from "../shopkeepers/keepers-push.ts";
import { findOrder } from "./find-order.ts";
import { orderWords } from "./words.ts";

const orderId = z.string();

/** To a shopkeeper: what there is to pack, unless it was cancelled meanwhile. */
export const newOrderPush = pushTemplate({
  name: "new-order",
  data: z.object({ orderId }),
  async write({ readerId, data, ports }) {
    const { lines, total, ...order } = await findOrder(ports.orders, data.orderId);
    if (order.status === "cancelled") return { skipped: `Order ${order.orderId} was cancelled.` };
    return toKeeper(ports, readerId, (brand) => ({
      title: wordsIn(orderWords, brand.locale).say("newOrder", { order: orderNumber(order.orderId) }),
      body: `${lines.map(({ quantity, name }) => `${quantity} × ${name}`).join(", ")}. ${money(total, brand)}`,
      data: { orderId: order.orderId },
    }));
  },
});

/** To a shopkeeper: that there is nothing to pack any more, or that what was on its way comes back. */
export const stopPackingPush = pushTemplate({
  name: "stop-packing",
  data: z.object({ orderId, comesBack: z.boolean() }),
  write: ({ readerId, data: { orderId: id, comesBack }, ports }) =>
    toKeeper(ports, readerId, (brand) => {
      const { say } = wordsIn(orderWords, brand.locale);
      const body = say(comesBack ? "comesBackNews" : "stopPackingNews");
      return { title: say("shopCancelled", { order: orderNumber(id) }), body, data: { orderId: id } };
    }),
});

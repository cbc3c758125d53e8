import { notificationSmsRequested } from "@org/events/mohallamart/notification-sms-requested";
import { asha } from "../../testing/place-order.ts";
import { firstProduct } from "../../testing/products.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  const { productId, shopId } = firstProduct(bench);
  const orderId = "ord_quiet";
  await bench.mohallaMart.orders.place(
    { orderId, shopId, customer: asha, items: [{ productId, quantity: 1 }], payment: "cash" },
    { emit: [] },
  );
  const common = {
    about: orderId,
    askedBy: "test",
    recipient: "customer",
    priority: "transactional",
    data: { orderId },
  } as const;
  await bench.engine.send([
    notificationSmsRequested.create({ ...common, key: "test:confirmation", template: "order-confirmation" }),
    notificationSmsRequested.create({
      ...common,
      key: "test:packed",
      template: "order.packed",
      userId: asha.userId,
      emailKey: "test:packed:email",
    }),
  ]);
};

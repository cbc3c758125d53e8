import { notificationPushRequested } from "@org/events/mohallamart/notification-push-requested";
import { firstProduct } from "../../testing/products.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  const { productId, shopId } = firstProduct(bench);
  const [{ shopkeeperId } = { shopkeeperId: "" }] = await bench.mohallaMart.shopkeepers.list({ shopId });
  await bench.subscribeDevice(shopkeeperId);
  await bench.engine.send(
    notificationPushRequested.create({
      key: `test:${shopkeeperId}:push`,
      template: "shelf-filled",
      readerId: shopkeeperId,
      about: productId,
      askedBy: "test",
      recipient: "shopkeeper",
      priority: "transactional",
      data: { productId },
    }),
  );
};

import { notificationPushRequested } from "@org/events/mohallamart/notification-push-requested";
import { firstProduct } from "../../testing/products.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  const { productId, shopId } = firstProduct(bench);
  const keepers = await bench.mohallaMart.shopkeepers.list({ shopId });
  for (const { shopkeeperId } of keepers) await bench.subscribeDevice(shopkeeperId);
  const common = { about: productId, askedBy: "test", recipient: "shopkeeper", data: { productId } } as const;
  await bench.engine.send(
    [...keepers.map(({ shopkeeperId }) => shopkeeperId), "sk_gone"].map((readerId) =>
      notificationPushRequested.create({
        ...common,
        key: `test:${readerId}:push`,
        readerId,
        template: "shelf-filled",
      }),
    ),
  );
};

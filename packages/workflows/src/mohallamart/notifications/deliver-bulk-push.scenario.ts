import { notificationPushRequested } from "@org/events/mohallamart/notification-push-requested";
import { firstProduct } from "../../testing/products.ts";
import type { Scenario } from "../../testing/scenario.ts";
import { moveInCustomers } from "../../testing/users.ts";

export const scenario: Scenario = async (bench) => {
  const { productId } = firstProduct(bench);
  const userIds = await moveInCustomers(bench, 2);
  await bench.subscribeDevice(userIds[0] ?? "");
  await bench.engine.send(
    [...userIds, "user_gone"].map((readerId) =>
      notificationPushRequested.create({
        key: `test:${readerId}:push`,
        template: "product.backInStock",
        readerId,
        about: productId,
        askedBy: "test",
        recipient: "customer",
        priority: "bulk",
        data: { productId },
      }),
    ),
  );
};

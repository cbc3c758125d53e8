import { notificationSend } from "@org/events/mohallamart/notification-send";
import { firstProduct } from "../../testing/products.ts";
import type { Scenario } from "../../testing/scenario.ts";
import { moveInCustomers } from "../../testing/users.ts";

export const scenario: Scenario = async (bench) => {
  const { productId } = firstProduct(bench);
  const userIds = await moveInCustomers(bench, 2);
  await bench.subscribeDevice(userIds[0] ?? "");
  await bench.engine.send(
    [...userIds, "user_gone"].map((userId) =>
      notificationSend.create(
        {
          userId,
          type: "product.backInStock",
          channels: ["push", "sms", "email"],
          priority: "bulk",
          data: { productId },
        },
        { id: `evt_back:${userId}` },
      ),
    ),
  );
};

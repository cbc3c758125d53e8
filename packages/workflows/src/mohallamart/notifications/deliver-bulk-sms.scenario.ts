import { notificationSmsRequested } from "@org/events/mohallamart/notification-sms-requested";
import { firstProduct } from "../../testing/products.ts";
import type { Scenario } from "../../testing/scenario.ts";
import { moveInCustomers } from "../../testing/users.ts";

export const scenario: Scenario = async (bench) => {
  const { productId } = firstProduct(bench);
  const [userId = "", ...others] = await moveInCustomers(bench, 2);
  await bench.mohallaMart.users.update(userId, { phone: "+919876543210" }, { emit: [] });
  await bench.engine.send(
    [userId, ...others, "user_gone"].map((reader) =>
      notificationSmsRequested.create({
        key: `test:${reader}:sms`,
        template: "product.backInStock",
        userId: reader,
        about: productId,
        askedBy: "test",
        recipient: "customer",
        priority: "bulk",
        data: { productId },
      }),
    ),
  );
};

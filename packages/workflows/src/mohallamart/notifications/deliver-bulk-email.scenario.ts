import { firstProduct } from "../../testing/products.ts";
import { askFor } from "../../testing/requested-emails.ts";
import type { Scenario } from "../../testing/scenario.ts";
import { moveInCustomers } from "../../testing/users.ts";

export const scenario: Scenario = async (bench) => {
  const { productId } = firstProduct(bench);
  const userIds = await moveInCustomers(bench, 3);
  await askFor(
    bench,
    [...userIds, "user_gone"].map((userId) => ({
      key: `test:${userId}`,
      template: "product.backInStock",
      userId,
      data: { productId },
      priority: "bulk" as const,
    })),
  );
};

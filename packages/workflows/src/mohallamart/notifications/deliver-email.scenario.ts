import { asha } from "../../testing/place-order.ts";
import { firstProduct } from "../../testing/products.ts";
import { askFor } from "../../testing/requested-emails.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  const { productId, shopId } = firstProduct(bench);
  const orderId = "ord_quiet";
  await bench.mohallaMart.orders.place(
    { orderId, shopId, customer: asha, items: [{ productId, quantity: 1 }], payment: "cash" },
    { emit: [] },
  );
  await askFor(bench, [
    { key: "test:confirmation", template: "order-confirmation", data: { orderId } },
    { key: "test:welcome", template: "welcome", userId: asha.userId, data: {} },
    { key: "test:gone", template: "welcome", userId: "user_gone", data: {} },
  ]);
};

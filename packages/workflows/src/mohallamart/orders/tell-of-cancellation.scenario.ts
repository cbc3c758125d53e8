import { cancel, placeOrder } from "../../testing/place-order.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  await cancel(bench, orderId);
};

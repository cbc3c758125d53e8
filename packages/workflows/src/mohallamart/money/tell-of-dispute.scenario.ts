import { dispute } from "../../testing/bank.ts";
import { placePrepaidOrder } from "../../testing/place-order.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  const { orderId } = await placePrepaidOrder(bench);
  await bench.settle();
  await dispute(bench, orderId, "open");
};

import { cancel, placePrepaidOrder } from "../../testing/place-order.ts";
import type { Scenario } from "../../testing/scenario.ts";

/** Paid and carried out first, so that there is something to undo of everything. */
export const scenario: Scenario = async (bench) => {
  const { orderId } = await placePrepaidOrder(bench);
  await bench.settle();
  await cancel(bench, orderId);
};

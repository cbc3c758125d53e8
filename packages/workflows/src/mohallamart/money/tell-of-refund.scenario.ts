import { hearOfRefunds, settleRefunds } from "../../testing/bank.ts";
import { cancel, placePrepaidOrder } from "../../testing/place-order.ts";
import type { Scenario } from "../../testing/scenario.ts";

export const scenario: Scenario = async (bench) => {
  const order = await placePrepaidOrder(bench);
  await bench.settle();
  await cancel(bench, order.orderId);
  await bench.settle();
  await settleRefunds(bench);
  await hearOfRefunds(bench, order);
};

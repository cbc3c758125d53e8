import { settleRefunds } from "../../testing/bank.ts";
import { cancel, placePrepaidOrder } from "../../testing/place-order.ts";
import type { Scenario } from "../../testing/scenario.ts";

/** A refund arrives and nobody tells us: the night finds it. */
export const scenario: Scenario = async (bench) => {
  const { orderId } = await placePrepaidOrder(bench);
  await bench.settle();
  await cancel(bench, orderId);
  await bench.settle();
  await settleRefunds(bench);
  await bench.engine.advanceTo("2026-11-03T04:30:00+05:30");
};

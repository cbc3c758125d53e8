import { describe, expect, it } from "vitest";
import { breaches } from "../testing/invariants.ts";
import { cancel, placePrepaidOrder } from "../testing/place-order.ts";
import { startTestBench, type TestBench } from "../testing/test-bench.ts";

/** The steps of `process-order` around the money; its others come after all of these. */
const processSteps = ["fetch-order", "capture-payment", "book-payment", "take-stock", "send-email"];
const cancelSteps = ["fetch-order", "check-acceptance", "restock", "return-payment"];
const faults = ["failStep", "loseAnswer"] as const;

/** The money of the order in the end, and whether anything is left undone. */
async function endOf(bench: TestBench) {
  await bench.settle();
  await bench.engine.advance("2h");
  await bench.settle();
  const { orderId } = bench.engine.events({ name: "order.created" }).map(({ data }) => Object(data))[0];
  return {
    breaches: await breaches(bench),
    failed: bench.engine.runs({ status: "Failed" }).map(({ functionId }) => functionId),
    order: (await bench.mohallaMart.orders.get(orderId))?.status,
    counted: await bench.mohallaMart.analytics.summary({
      from: "2026-01-01T00:00:00Z",
      to: "2100-01-01T00:00:00Z",
    }),
  };
}

const undone = {
  breaches: [],
  failed: [],
  order: "cancelled",
  counted: expect.objectContaining({ netRevenue: 0 }),
};

describe("an order that is cancelled while it is processed keeps no money, no stock and no revenue", () => {
  it.each(processSteps.flatMap((stepId) => faults.map((fault) => [fault, stepId] as const)))(
    "when processing waits after %s at %s",
    async (fault, stepId) => {
      const bench = await startTestBench();
      bench.engine.faults[fault]({ functionId: "process-order", stepId });
      const { orderId } = await placePrepaidOrder(bench);
      await bench.settle();
      expect(bench.engine.run("process-order").status).toBe("Running");
      await cancel(bench, orderId);

      expect(await endOf(bench)).toEqual(undone);
      await bench.close();
    },
  );

  it.each(
    ["capture-payment", "book-payment"].flatMap((processing) =>
      cancelSteps.flatMap((stepId) => faults.map((fault) => [processing, fault, stepId] as const)),
    ),
  )(
    "when processing waits after %s and the cancellation meets %s at %s",
    async (processing, fault, stepId) => {
      const bench = await startTestBench();
      bench.engine.faults.loseAnswer({ functionId: "process-order", stepId: processing });
      bench.engine.faults[fault]({ functionId: "cancel-order", stepId });
      const { orderId } = await placePrepaidOrder(bench);
      await bench.settle();
      await cancel(bench, orderId);

      expect(await endOf(bench)).toEqual(undone);
      await bench.close();
    },
  );

  it("when processing dies for good between the capture and its booking, before the cancellation", async () => {
    const bench = await startTestBench();
    bench.engine.faults.failStep({ functionId: "process-order", stepId: "book-payment", attempts: 100 });
    const { orderId } = await placePrepaidOrder(bench);
    await bench.settle();
    await bench.engine.advance("2h");
    await cancel(bench, orderId);

    expect(await endOf(bench)).toEqual({ ...undone, failed: ["mohallamart-process-order"] });
    expect(await bench.mohallaMart.orders.payment(orderId)).toMatchObject({ status: "refunded" });
  });
});

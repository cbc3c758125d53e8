import { describe, expect, it, vi } from "vitest";
import { breaches } from "../../testing/invariants.ts";
import { cancel, placePrepaidOrder } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

/** The steps of `process-order` around the money; its others come after all of these. */
const processSteps = ["capture-payment", "book-payment", "take-stock"];
const cancelSteps = ["check-order", "restock", "return-payment", "say-cancelled"];
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

  it("when the whole cancellation happens while the vendor has not taken the capture yet", async () => {
    const bench = await startTestBench({ maxConcurrentCalls: 2 });
    const { capture } = bench.payments;
    bench.payments.capture = async (payment) => {
      await cancel(bench, "ord_1");
      await vi.waitUntil(
        () => bench.engine.runs({ functionId: "cancel-order", status: "Completed" }).length > 0,
      );
      return capture(payment);
    };
    await placePrepaidOrder(bench);

    expect(await endOf(bench)).toEqual(undone);
    expect(bench.engine.run("cancel-order").output).toMatchObject({ payment: "not-captured" });
    expect(bench.engine.run("process-order").output).toEqual({
      outcome: "cancelled",
      payment: "refund-pending",
    });
  });

  it("when both notice the captured money and give it back at the same time", async () => {
    const bench = await startTestBench({ maxConcurrentCalls: 2 });
    const { capture, refund } = bench.payments;
    bench.payments.capture = async (payment) => {
      const captured = await capture(payment);
      await cancel(bench, "ord_1");
      return captured;
    };
    let asked = 0;
    // Both have seen that the money is still there before the first of them asks for it, and ask for it at once.
    bench.payments.refund = async (request) => {
      asked += 1;
      await vi.waitUntil(() => asked >= 2);
      return refund(request);
    };
    await placePrepaidOrder(bench);

    expect(await endOf(bench)).toEqual(undone);
    expect(bench.engine.run("cancel-order").output).toMatchObject({ payment: "refund-pending" });
    expect(bench.engine.run("process-order").output).toEqual({
      outcome: "cancelled",
      payment: "refund-pending",
    });
  });

  it("when somebody gives the money back under another key at the same time", async () => {
    const bench = await startTestBench();
    const { orderId, paymentId } = await placePrepaidOrder(bench);
    await bench.settle();
    const { refund } = bench.payments;
    bench.payments.refund = async (request) => {
      await refund({ paymentId, key: "by-hand-in-the-dashboard" });
      return refund(request);
    };
    await cancel(bench, orderId);

    expect(await endOf(bench)).toEqual(undone);
    expect(await bench.payments.refundsOf(paymentId)).toHaveLength(1);
    expect(await bench.deadLetters.list()).toEqual([]);
  });

  it("when processing dies for good between the capture and its booking, before the cancellation", async () => {
    const bench = await startTestBench();
    bench.engine.faults.failStep({ functionId: "process-order", stepId: "book-payment", attempts: 100 });
    const { orderId } = await placePrepaidOrder(bench);
    await bench.settle();
    await bench.engine.advance("2h");
    await cancel(bench, orderId);

    expect(await endOf(bench)).toEqual({ ...undone, failed: ["mohallamart-process-order"] });
    expect(await bench.mohallaMart.orders.payment(orderId)).toMatchObject({ refund: "pending" });
  });
});

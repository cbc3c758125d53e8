import { expect, it } from "vitest";
import { breaches } from "../../testing/invariants.ts";
import { asha, cancel, placePrepaidOrder } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "tell-of-cancellation";
const emailsTo = ({ vendors }: TestBench) => vendors.outbox().filter(({ to }) => to === asha.email);

/** A paid order that was carried out and is cancelled now. */
async function cancelled(bench: TestBench, prepare: () => void): Promise<{ orderId: string }> {
  const { orderId } = await placePrepaidOrder(bench);
  await bench.settle();
  await bench.engine.advance("1m");
  prepare();
  await cancel(bench, orderId);
  await bench.settle();
  return { orderId };
}

it("tells the customer at once, however long the refund is tried", async () => {
  const bench = await startTestBench();
  await cancelled(bench, () => bench.vendors.failNext("razorpay", { status: 503, times: 20 }));

  expect(emailsTo(bench).at(-1)?.subject).toBe("Your order ord_1 was cancelled");
  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(bench.engine.run("cancel-order").status).toBe("Running");
  await bench.engine.advance("2h");
  expect(bench.engine.run("cancel-order")).toHaveCompleted();
  expect(emailsTo(bench)).toHaveLength(2);
  expect(await breaches(bench)).toEqual([]);
});

it("lets the money go back while the email vendor is away, and tells the customer afterwards", async () => {
  const bench = await startTestBench();
  const { orderId } = await cancelled(bench, () =>
    bench.vendors.failNext("resend", { status: 503, times: 15 }),
  );

  expect(bench.engine.run("cancel-order")).toHaveCompleted();
  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(emailsTo(bench)).toHaveLength(1);
  await bench.engine.advance("2h");
  expect(emailsTo(bench).map(({ subject }) => subject)).toContain(`Your order ${orderId} was cancelled`);
});

it("fails its sender, which says so, when the customer cannot be told", async () => {
  const bench = await startTestBench();
  await cancelled(bench, () => bench.vendors.failNext("resend", { status: 422, times: 2 }));
  await bench.engine.advance("2h");

  expect(bench.engine.runs({ functionId: "deliver-email", status: "Failed" })[0]).toHaveFailed(
    /^2 of 2 emails did not leave/,
  );
  expect(await bench.mohallaMart.deliveries.get("order-cancelled:ord_1:email")).toMatchObject({
    status: "failed",
  });
  expect(bench.engine.run("cancel-order")).toHaveCompleted();
});

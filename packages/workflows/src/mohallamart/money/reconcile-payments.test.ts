import { expect, it } from "vitest";
import { settleRefunds } from "../../testing/bank.ts";
import { operator } from "../../testing/bench-vendors.ts";
import { breaches } from "../../testing/invariants.ts";
import { asha, cancel, payFor, placeOrder, placePrepaidOrder } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const night = "2026-11-03T04:30:00+05:30";

async function compare(bench: TestBench, at = night) {
  await bench.settle();
  await bench.engine.advanceTo(at);
  await bench.settle();
  await bench.engine.advance("1m");
  const [last] = await bench.mohallaMart.money.reconciliations(1);
  return last;
}

const alerts = ({ vendors }: TestBench) =>
  vendors.outbox().flatMap(({ to, subject }) => (to === operator.email ? [subject] : []));

it("finds nothing where the books agree, and alerts nobody", async () => {
  const bench = await startTestBench();
  await placePrepaidOrder(bench);
  await placeOrder(bench, { orderId: "ord_2" });
  expect(await compare(bench)).toMatchObject({ day: "2026-11-03", payments: 1, refunds: 0, differences: [] });
  expect(alerts(bench)).toEqual([]);
});

it("books a refund of which nobody told us, tells the customer, and says that the news was missed", async () => {
  const bench = await startTestBench();
  const { orderId } = await placePrepaidOrder(bench);
  await bench.settle();
  await cancel(bench, orderId);
  await bench.settle();
  await settleRefunds(bench);
  const found = await compare(bench);
  expect(found?.differences).toMatchObject([{ kind: "refund-news-missed", orderId }]);
  expect(await bench.mohallaMart.orders.payment(orderId)).toMatchObject({ status: "refunded" });
  const told = bench.vendors.outbox().filter(({ to }) => to === asha.email);
  expect(told.at(-1)?.subject).toBe(`Your money is back: order ${orderId}`);
  expect(alerts(bench)).toEqual([expect.stringContaining("One payment or refund is not as our books say")]);
  expect(await breaches(bench)).toEqual([]);

  expect((await compare(bench, "2026-11-04T04:30:00+05:30"))?.differences).toEqual([]);
  expect(alerts(bench)).toHaveLength(1);
});

it("lists each difference with what to do next, and is one alert", async () => {
  // The database has a clock of its own: by this one its orders are old enough.
  const bench = await startTestBench({ startTime: "2099-11-02T04:30:00Z" });
  const unpaid = await payFor(bench, { orderId: "ord_1", amount: 120 });
  bench.vendors.failNext("razorpay", { status: 503, times: 21 });
  await placeOrder(bench, { payment: "prepaid", paymentId: unpaid });
  await bench.settle();
  await bench.engine.advance("2h");
  const orphan = await payFor(bench, { orderId: "ord_nobody", amount: 77 });
  await bench.payments.capture({ paymentId: orphan, amount: 77 });
  const { orderId: owed, paymentId } = await placePrepaidOrder(bench, { orderId: "ord_3" });
  await bench.settle();
  bench.engine.faults.failStep({ functionId: "cancel-order", stepId: "return-payment", attempts: 100 });
  await cancel(bench, owed);
  await bench.settle();
  await bench.engine.advance("2h");

  const found = await compare(bench, "2099-11-03T04:30:00+05:30");
  expect(found).toMatchObject({ payments: 3, refunds: 0 });
  expect(found?.differences.map(({ kind, paymentId: of }) => [kind, of])).toEqual([
    ["taken-for-no-order", orphan],
    ["not-captured", unpaid],
    ["refund-owed", paymentId],
  ]);
  for (const { next } of found?.differences ?? []) expect(next).toMatch(/^(Replay|Refund)/);
  expect(alerts(bench).filter((subject) => subject?.includes("not as our books say"))).toHaveLength(1);
});

it("compares hundreds of payments a page at a time, and begins again where an outage stopped it", async () => {
  const bench = await startTestBench();
  for (let n = 0; n < 205; n += 1) await payFor(bench, { orderId: `ord_${n}`, amount: 10 });
  await bench.engine.advanceTo("2026-11-03T04:29:00+05:30");
  for (const fault of [{ delay: 0 }, { status: 503, times: 3 }]) bench.vendors.failNext("razorpay", fault);
  await bench.engine.advanceTo(night);
  await bench.engine.advance("15m");
  const run = bench.engine.run("reconcile-payments");
  expect(run).toHaveRunStep("compare-payments:1", { attempts: 1 });
  expect(run).toHaveRunStep("compare-payments:2", { attempts: 4 });
  expect(run.output).toMatchObject({ payments: 205, differences: 0 });
});

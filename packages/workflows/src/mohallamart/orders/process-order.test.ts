import { deadLetterReplayRequested } from "@org/events/operations/dead-letter-replay-requested";
import { expect, it } from "vitest";
import { breaches } from "../../testing/invariants.ts";
import { asha, payFor, placeOrder, placePrepaidOrder } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "process-order";
const ever = { from: "2026-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" };

function subjectsTo({ vendors }: TestBench, to: string) {
  return vendors
    .outbox()
    .flatMap((message) => (message.to === to ? [message.subject ?? message.channel] : []));
}

async function stateOf({ mohallaMart, payments }: TestBench, { orderId, paymentId }: OrderIds) {
  return {
    order: (await mohallaMart.orders.get(orderId))?.status,
    booked: (await mohallaMart.orders.payment(orderId))?.status,
    payment: (await payments.get(paymentId)).status,
  };
}

interface OrderIds {
  orderId: string;
  paymentId: string;
}

it("captures the payment, takes the stock, then confirms, tells shop and partners, and counts", async () => {
  const bench = await startTestBench();
  const order = await placePrepaidOrder(bench);
  await bench.settle();
  await bench.engine.advance("1m");

  const run = bench.engine.run(functionId);
  expect(run.output).toEqual({ outcome: "paid" });
  expect(run.steps.map(({ id }) => id)).toEqual(["capture-payment", "book-payment", "take-stock"]);
  expect(bench.engine.run("send-order-confirmation").output).toEqual({ email: "asked", sms: "asked" });
  expect(bench.engine.run("sync-order-data").output).toEqual({ accounting: "sent", delivery: "sent" });
  expect(await stateOf(bench, order)).toEqual({ order: "placed", booked: "captured", payment: "captured" });
  expect(await bench.mohallaMart.orders.progress(order.orderId)).toMatchObject({
    stockTakenAt: expect.any(String),
    confirmation: { email: { status: "sent" }, sms: { status: "sent" } },
    shopkeeper: { status: "sent" },
  });
  expect(await bench.mohallaMart.analytics.summary(ever)).toMatchObject({ orders: 1, revenue: order.total });
  expect(await breaches(bench)).toEqual([]);
});

it("leaves cash orders, also unnamed ones, to the cash workflows, and they leave prepaid ones to it until they are paid", async () => {
  const bench = await startTestBench();
  const runs = () => {
    const ids = bench.engine.runs().map((run) => run.functionId.replace("mohallamart-", ""));
    const senders = ["track-analytics", "deliver-email", "deliver-push", "deliver-sms"];
    return new Set(ids.filter((id) => !senders.includes(id)));
  };
  const vendorIsAway = { status: 503, times: 21 };
  const paymentId = await payFor(bench, { orderId: "ord_1", amount: 120 });
  bench.vendors.failNext("razorpay", vendorIsAway);
  await placeOrder(bench, { payment: "prepaid", paymentId });
  await bench.settle();
  expect(runs()).toEqual(new Set(["process-order"]));

  const { orderId, userId, shopId, items, total } = await placeOrder(bench, { orderId: "ord_2" });
  await bench.settle();
  const followers = ["notify-shopkeeper", "send-order-confirmation", "track-order-analytics"];
  const cash = [...followers, "update-inventory"];
  expect(runs()).toEqual(new Set(["process-order", "sync-order-data", ...cash]));

  await bench.engine.send({ name: "order.created", data: { orderId, userId, shopId, items, total } });
  for (const id of cash) expect(bench.engine.runs({ functionId: id }), id).toHaveLength(2);
  expect(bench.engine.runs({ functionId })).toHaveLength(1);

  bench.vendors.clearFaults("razorpay");
  await bench.engine.advance("1h");
  await bench.settle();
  for (const id of followers) expect(bench.engine.runs({ functionId: id }), id).toHaveLength(3);
  expect(bench.engine.runs({ functionId: "update-inventory" })).toHaveLength(2);
});

const refusals: Record<string, (bench: TestBench) => Promise<OrderIds>> = {
  "is refused by the vendor for good": async (bench) => {
    const paymentId = await payFor(bench, { orderId: "ord_1", amount: 120 });
    // The capture is the third request: the payment and whose it is are looked at before.
    for (const fault of [{ delay: 0 }, { delay: 0 }, { status: 400 }]) {
      bench.vendors.failNext("razorpay", fault);
    }
    return { ...(await placeOrder(bench, { payment: "prepaid", paymentId })), paymentId };
  },
  "is of another amount": (bench) => placePrepaidOrder(bench, { amount: 119 }),
};

it.each(Object.entries(refusals))("cancels the order when its payment %s", async (_why, place) => {
  const bench = await startTestBench();
  const order = await place(bench);
  await bench.settle();
  await bench.engine.advance("1m");

  expect(bench.engine.run(functionId).output).toMatchObject({ outcome: "payment-failed" });
  expect(await stateOf(bench, order)).toEqual({
    order: "cancelled",
    booked: "failed",
    payment: "authorised",
  });
  expect(bench.engine.events({ name: "order.cancelled" })).toMatchObject([
    {
      data: {
        cancelledBy: "system",
        reason: "payment-failed",
        causationId: `order.created:${order.orderId}`,
      },
    },
  ]);
  expect(subjectsTo(bench, asha.email)).toEqual([`Your order ${order.orderId} was cancelled`]);
  expect(subjectsTo(bench, "hari@hari-fresh.example")).toEqual([]);
  expect(subjectsTo(bench, "accounting")).toEqual([]);
  expect(await bench.mohallaMart.analytics.summary(ever)).toMatchObject({ orders: 0, revenue: 0 });
  expect(await breaches(bench)).toEqual([]);
});

it("gives back what was captured of a payment of another amount", async () => {
  const bench = await startTestBench();
  const paymentId = await payFor(bench, { orderId: "ord_1", amount: 500 });
  await bench.payments.capture({ paymentId, amount: 500 });
  const order = await placeOrder(bench, { payment: "prepaid", paymentId });
  await bench.settle();

  expect(await stateOf(bench, { ...order, paymentId })).toMatchObject({
    order: "cancelled",
    payment: "refunded",
  });
});

it("cancels an order that names another order's payment, and leaves that one's money alone", async () => {
  const bench = await startTestBench();
  const paid = await placePrepaidOrder(bench);
  await bench.settle();
  const { paymentId } = paid;
  await bench.engine.advance("30s");
  const second = await placeOrder(bench, { orderId: "ord_2", payment: "prepaid", paymentId });
  await bench.settle();

  expect(bench.engine.runs({ functionId }).at(-1)?.output).toEqual({
    outcome: "payment-failed",
    reason: `Payment ${paymentId} was not made for order ord_2.`,
  });
  expect(bench.engine.run("cancel-order").output).toMatchObject({ payment: "not-ours" });
  expect(await stateOf(bench, paid)).toEqual({ order: "placed", booked: "captured", payment: "captured" });
  expect(await stateOf(bench, { ...second, paymentId })).toMatchObject({
    order: "cancelled",
    booked: "failed",
  });
});

it("cancels an order whose payment the vendor does not know", async () => {
  const bench = await startTestBench();
  await placeOrder(bench, { payment: "prepaid", paymentId: "pay_madeup" });
  await bench.settle();

  expect(bench.engine.run(functionId).output).toMatchObject({ outcome: "payment-failed" });
  expect(bench.engine.run("cancel-order").output).toMatchObject({ payment: "not-ours" });
});

it("carries out an order when the payment vendor was down for an hour", async () => {
  const bench = await startTestBench();
  const paymentId = await payFor(bench, { orderId: "ord_1", amount: 120 });
  bench.vendors.failNext("razorpay", { status: 503, times: 18 });
  const order = await placeOrder(bench, { payment: "prepaid", paymentId });
  await bench.settle();
  await bench.engine.advance("1h");
  expect(bench.engine.run(functionId).status).toBe("Running");
  expect(await bench.mohallaMart.orders.get(order.orderId)).toMatchObject({ status: "placed" });
  await bench.engine.advance("20m");

  expect(bench.engine.run(functionId)).toHaveRunStep("capture-payment", { attempts: 19 });
  expect(await stateOf(bench, { ...order, paymentId })).toEqual({
    order: "placed",
    booked: "captured",
    payment: "captured",
  });
});

const causes = {
  "stays unreachable": { status: 503, times: 21 },
  "refuses our credentials": { status: 401 },
};

it.each(Object.entries(causes))(
  "keeps the order and its money when the vendor %s, and goes on when it is replayed",
  async (_why, fault) => {
    const bench = await startTestBench();
    const paymentId = await payFor(bench, { orderId: "ord_1", amount: 120 });
    bench.vendors.failNext("razorpay", fault);
    const { orderId } = await placeOrder(bench, { payment: "prepaid", paymentId });
    await bench.settle();
    await bench.engine.advance("2h");

    const { id: runId, status } = bench.engine.run(functionId);
    expect(status).toBe("Failed");
    expect(await bench.deadLetters.get(runId)).toMatchObject({ workflow: functionId, status: "open" });
    const waiting = { order: "placed", booked: "authorised", payment: "authorised" };
    expect(await stateOf(bench, { orderId, paymentId })).toEqual(waiting);
    expect(subjectsTo(bench, asha.email)).toEqual([]);

    await bench.engine.send(deadLetterReplayRequested.create({ runId, requestedBy: "user_admin" }));
    await bench.settle();
    const carriedOut = { order: "placed", booked: "captured", payment: "captured" };
    expect(await stateOf(bench, { orderId, paymentId })).toEqual(carriedOut);
    expect(subjectsTo(bench, asha.email)).toHaveLength(1);
  },
);

it("takes money and stock while every vendor of messages is away, and sends the messages when they are back", async () => {
  const bench = await startTestBench();
  const order = await placePrepaidOrder(bench);
  for (const vendor of ["resend", "twilio", "partners"] as const) {
    bench.vendors.failNext(vendor, { status: 503, times: 3 });
  }
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(await stateOf(bench, order)).toEqual({ order: "placed", booked: "captured", payment: "captured" });
  const { stockTakenAt } = (await bench.mohallaMart.orders.progress(order.orderId)) ?? {};
  expect(stockTakenAt).toEqual(expect.any(String));
  expect(subjectsTo(bench, asha.email)).toEqual([]);

  await bench.engine.advance("10m");
  expect(subjectsTo(bench, asha.email)).toHaveLength(1);
  expect(subjectsTo(bench, "delivery")).toEqual(["order.created"]);
});

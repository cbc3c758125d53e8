import { orderUpdated } from "@org/events/mohallamart/order-updated";
import { IntegrationError } from "@org/integrations/error";
import { demoAddress } from "@org/stores/demo-data/mohallamart";
import { expect, it, vi } from "vitest";
import { asha, cancel, placeOrder, placePrepaidOrder } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "sync-order-data";

function heardBy({ vendors }: TestBench, partner: string) {
  return vendors.outbox().flatMap(({ to, resource }) => (to === partner ? [resource] : []));
}

it("tells the books what it cost, without the customer's contact, and the delivery partner what to collect", async () => {
  const bench = await startTestBench();
  const { orderId, userId, shopId, total, placedAt } = await placeOrder(bench);
  await bench.settle();

  const [product] = bench.products;
  const { productId, name, unit, price } = product ?? {};
  const order = { orderId, status: "placed" };
  expect(heardBy(bench, "accounting")).toMatchObject([
    {
      type: "order.created",
      data: {
        ...order,
        customerId: userId,
        shopId,
        placedAt,
        currency: "INR",
        total,
        payment: "cash",
        lines: [{ productId, name, quantity: 2, price, amount: total }],
      },
    },
  ]);
  expect(JSON.stringify(heardBy(bench, "accounting"))).not.toMatch(/Asha|example\.com|\+91|Rose Apartments/);
  const shop = await bench.mohallaMart.shops.get(shopId);
  expect(heardBy(bench, "delivery")).toMatchObject([
    {
      type: "order.created",
      data: {
        ...order,
        pickUp: { shopId, name: shop?.name, area: shop?.area },
        recipient: { name: asha.name, phone: asha.phone },
        deliverTo: demoAddress,
        items: [{ name, unit, quantity: 2 }],
        cashToCollect: total,
      },
    },
  ]);
});

it("tells of every status once, with its tracking number, and of the cancellation", async () => {
  const bench = await startTestBench();
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  const packed = orderUpdated.create({ orderId, status: "packed", trackingNumber: "DLV-7" });
  await bench.engine.send([packed, { ...packed, id: "again" }]);
  await bench.settle();
  await cancel(bench, orderId);
  await bench.settle();

  expect(bench.engine.runs({ functionId })).toHaveLength(4);
  expect(heardBy(bench, "delivery")).toMatchObject([
    { type: "order.created" },
    { type: "order.updated", data: { status: "packed", trackingNumber: "DLV-7" } },
    { type: "order.cancelled", data: { status: "cancelled", cashToCollect: 0 } },
  ]);
});

it("tells both partners of a prepaid order as it goes: that it was placed, packed, shipped and delivered", async () => {
  const bench = await startTestBench();
  const { orderId } = await placePrepaidOrder(bench);
  await bench.settle();
  for (const status of ["packed", "shipped", "delivered"] as const) {
    const emit = [orderUpdated.create({ orderId, status })];
    await bench.mohallaMart.orders.advance(orderId, status, { emit });
    await bench.settle();
  }

  for (const partner of ["accounting", "delivery"])
    expect(heardBy(bench, partner)).toMatchObject([
      { type: "order.created", data: { orderId, status: "placed" } },
      { type: "order.updated", data: { orderId, status: "packed" } },
      { type: "order.updated", data: { orderId, status: "shipped" } },
      { type: "order.updated", data: { orderId, status: "delivered" } },
    ]);
});

it("hands the address to the delivery partner alone: neither events nor what the engine keeps of the run have it", async () => {
  const bench = await startTestBench();
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  await cancel(bench, orderId);
  await bench.settle();

  expect(JSON.stringify(heardBy(bench, "delivery").at(0))).toContain(demoAddress.line1);
  expect(JSON.stringify(heardBy(bench, "delivery").at(-1))).not.toContain(demoAddress.line1);
  const kept = JSON.stringify([
    bench.engine.events(),
    bench.engine.runs().map(({ steps, output }) => [steps, output]),
  ]);
  expect(kept).not.toContain(demoAddress.line1);
});

it("collects nothing for a prepaid order", async () => {
  const bench = await startTestBench();
  const { paymentId } = await placePrepaidOrder(bench);
  await bench.settle();

  expect(heardBy(bench, "accounting")).toMatchObject([{ data: { payment: "prepaid", paymentId } }]);
  expect(heardBy(bench, "delivery")).toMatchObject([{ data: { cashToCollect: 0 } }]);
});

const failure = { port: "partners", vendor: "webhook" } as const;

/** How often a partner was asked that cannot take anything. */
function refuseWith(bench: TestBench, partner: "accounting" | "delivery", error: () => Error) {
  return vi
    .spyOn(bench.partners[partner] ?? expect.fail(`no ${partner}`), "send")
    .mockImplementation(() => Promise.reject(error()));
}

it.each(["accounting", "delivery"] as const)(
  "tells the other although %s is away until the end, and fails",
  async (away) => {
    const bench = await startTestBench();
    const asked = refuseWith(
      bench,
      away,
      () => new IntegrationError("away", { ...failure, kind: "retryable", status: 503 }),
    );
    await placeOrder(bench);
    await bench.settle();
    const other = away === "accounting" ? "delivery" : "accounting";
    expect(heardBy(bench, other)).toHaveLength(1);
    await bench.engine.advance("2h");

    expect(bench.engine.run(functionId)).toHaveFailed();
    // Beside the other's first, then in a step of its own with its twenty retries.
    expect(asked).toHaveBeenCalledTimes(1 + 21);
    expect(heardBy(bench, away)).toEqual([]);
    expect(heardBy(bench, other)).toHaveLength(1);
  },
);

it("asks a partner again that was away, and the other no more", async () => {
  const bench = await startTestBench();
  const asked = refuseWith(
    bench,
    "accounting",
    () => new IntegrationError("away", { ...failure, kind: "retryable" }),
  );
  await placeOrder(bench);
  await bench.settle();
  asked.mockRestore();
  await bench.engine.advance("1m");

  expect(bench.engine.run(functionId).output).toEqual({ accounting: "sent", delivery: "sent" });
  expect(heardBy(bench, "accounting")).toHaveLength(1);
  expect(heardBy(bench, "delivery")).toHaveLength(1);
});

it("brings the delivery partner no order that was cancelled while they were away, and the books all of it", async () => {
  const bench = await startTestBench();
  const asked = (["accounting", "delivery"] as const).map((partner) =>
    refuseWith(bench, partner, () => new IntegrationError("away", { ...failure, kind: "retryable" })),
  );
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  for (const refusing of asked) refusing.mockRestore();
  await cancel(bench, orderId);
  await bench.settle();
  await bench.engine.advance("1h");

  expect(heardBy(bench, "delivery")).toMatchObject([{ type: "order.cancelled" }]);
  expect(
    heardBy(bench, "accounting")
      .map((message) => Object(message).type)
      .toSorted(),
  ).toEqual(["order.cancelled", "order.created"]);
  const outputs = bench.engine.runs({ functionId }).map(({ output }) => output);
  expect(outputs).toContainEqual({ accounting: "sent", delivery: "cancelled-meanwhile" });
});

it("brings the delivery partner no order that was cancelled before its run began, as by a replay", async () => {
  const bench = await startTestBench();
  const { orderId } = await placeOrder(bench);
  await cancel(bench, orderId);
  await bench.settle();

  expect(heardBy(bench, "delivery")).toMatchObject([{ type: "order.cancelled", data: { cashToCollect: 0 } }]);
  expect(heardBy(bench, "accounting")).toHaveLength(2);
});

it("asks a partner once that refuses for good, tells the other, and fails with its words", async () => {
  const bench = await startTestBench();
  const asked = refuseWith(
    bench,
    "accounting",
    () => new IntegrationError("no such account", { ...failure, kind: "final" }),
  );
  await placeOrder(bench);
  await bench.settle();
  await bench.engine.advance("2h");

  expect(bench.engine.run(functionId)).toHaveFailed();
  expect(bench.engine.run(functionId).error?.message).toBe("no such account");
  expect(asked).toHaveBeenCalledTimes(1);
  expect(heardBy(bench, "delivery")).toHaveLength(1);
});

it("leaves out partners that are not configured, and says so", async () => {
  const bench = await startTestBench();
  delete bench.partners.accounting;
  await placeOrder(bench);
  await bench.settle();

  expect(bench.engine.run(functionId).output).toEqual({ accounting: "not-configured", delivery: "sent" });
});

import { notificationPushRequested } from "@org/events/mohallamart/notification-push-requested";
import { pushIdOf } from "@org/integrations/push/port";
import { expect, it } from "vitest";
import { placeOrder } from "../../testing/place-order.ts";
import { firstProduct } from "../../testing/products.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "deliver-push";

async function keeperOf({ mohallaMart, ...bench }: TestBench) {
  const [keeper] = await mohallaMart.shopkeepers.list({ shopId: firstProduct(bench).shopId });
  if (!keeper) throw new Error("The demo data has no shopkeeper for the first product.");
  return keeper;
}

/** Asks for a push message, as a workflow does. */
async function ask(
  bench: TestBench,
  request: Pick<Parameters<typeof notificationPushRequested.create>[0], "template" | "data" | "readerId">,
  key = "test:push",
) {
  const common = {
    key,
    about: "test_1",
    askedBy: "test",
    recipient: "shopkeeper",
    priority: "transactional",
  } as const;
  await bench.engine.send(notificationPushRequested.create({ ...common, ...request }));
  await bench.settle();
}

const pushed = ({ vendors }: TestBench) =>
  vendors
    .outbox()
    .filter(({ channel }) => channel === "push")
    .map(({ to, subject, text }) => ({ to, subject, text }));

it("writes it when it leaves, in the keeper's language, and records it for who asked", async () => {
  const bench = await startTestBench();
  const { productId, name } = firstProduct(bench);
  const { shopkeeperId: readerId, email } = await keeperOf(bench);
  await bench.subscribeDevice(readerId);
  const keeper = { userId: "user_keeper", name: "Hari", email };
  await bench.mohallaMart.users.add(keeper);
  const channels = { email: true, sms: true, push: true };
  await bench.mohallaMart.preferences.initialize({ userId: keeper.userId, language: "hi-IN", channels });
  await ask(bench, { template: "shelf-empty", data: { productId }, readerId });
  await ask(bench, { template: "shelf-empty", data: { productId }, readerId });

  expect(pushed(bench)).toEqual([
    {
      to: pushIdOf("mohallamart", readerId),
      subject: `स्टॉक खत्म: ${name}`,
      text: expect.stringContaining(name),
    },
  ]);
  expect(await bench.mohallaMart.deliveries.get("test:push")).toMatchObject({
    workflow: "test",
    channel: "push",
    status: "sent",
  });
});

it("waits for a vendor that is away, also for an hour, and sends once", async () => {
  const bench = await startTestBench();
  const { shopkeeperId: readerId } = await keeperOf(bench);
  await bench.subscribeDevice(readerId);
  bench.vendors.failNext("onesignal", { status: 503, times: 12 });
  const { productId } = firstProduct(bench);
  await ask(bench, { template: "shelf-filled", data: { productId }, readerId });
  expect(pushed(bench)).toEqual([]);
  await bench.engine.advance("70m");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(pushed(bench)).toHaveLength(1);
});

it("is done for a reader without a device, and fails when the vendor refuses", async () => {
  const bench = await startTestBench();
  const { shopkeeperId: readerId } = await keeperOf(bench);
  const { productId } = firstProduct(bench);
  await ask(bench, { template: "shelf-filled", data: { productId }, readerId });
  expect(bench.engine.run(functionId).output).toEqual({
    sent: 0,
    unknown: 0,
    failed: 0,
    skipped: 1,
    sentBefore: 0,
  });

  await bench.subscribeDevice(readerId);
  bench.vendors.failNext("onesignal", { status: 400 });
  await ask(bench, { template: "shelf-filled", data: { productId }, readerId }, "test:refused");
  expect(bench.engine.runs({ functionId }).at(-1)).toHaveFailed(
    /1 of 1 push messages did not leave, the first shelf-filled about test_1/,
  );
});

it("sends nothing of what is no news any more, and says why", async () => {
  const bench = await startTestBench();
  const { shopkeeperId: readerId } = await keeperOf(bench);
  await bench.subscribeDevice(readerId);
  const { orderId } = await placeOrder(bench);
  await bench.settle();
  await bench.mohallaMart.orders.cancel(orderId, { emit: [] });
  const before = pushed(bench).length;
  await ask(bench, { template: "new-order", data: { orderId }, readerId });
  await ask(
    bench,
    { template: "stop-packing", data: { orderId, comesBack: false }, readerId: "sk_gone" },
    "g",
  );

  expect(pushed(bench)).toHaveLength(before);
  expect(
    bench.engine
      .runs({ functionId })
      .slice(-2)
      .map(({ status }) => status),
  ).toEqual(["Completed", "Completed"]);
  expect(await bench.mohallaMart.deliveries.get("test:push")).toMatchObject({
    status: "failed",
    reason: `Order ${orderId} was cancelled.`,
  });
});

it("refuses a template that nobody has written, and data that it cannot use, without quoting it", async () => {
  const bench = await startTestBench();
  const { shopkeeperId: readerId } = await keeperOf(bench);
  await ask(bench, { template: "moon-rise", data: {}, readerId });
  expect(bench.engine.run(functionId)).toHaveFailed(/no push message moon-rise; there are: new-order/);
  await ask(bench, { template: "new-order", data: { name: "Asha Rao" }, readerId }, "test:data");
  const run = bench.engine.runs({ functionId }).at(-1);
  expect(run).toHaveFailed(/data of the push message new-order is not what its template needs: orderId/);
  expect(JSON.stringify(run?.error)).not.toContain("Asha");
});

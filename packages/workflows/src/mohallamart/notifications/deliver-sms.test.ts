import { notificationSmsRequested } from "@org/events/mohallamart/notification-sms-requested";
import { expect, it } from "vitest";
import { asha, placeOrder } from "../../testing/place-order.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "deliver-sms";

/** Asha with orders; what the orders themselves send is gone. */
async function benchWithOrders(count = 1) {
  const bench = await startTestBench({ schedulesOf: [] });
  const orderIds = Array.from({ length: count }, (_none, number) => `ord_${number + 1}`);
  for (const orderId of orderIds) await placeOrder(bench, { orderId });
  await bench.settle();
  await bench.vendors.reset();
  return { bench, orderIds };
}

/** Asks for a text about each order, as workflows do. */
async function ask(
  bench: TestBench,
  orderIds: readonly string[],
  more: Partial<Parameters<typeof notificationSmsRequested.create>[0]> = {},
) {
  await bench.engine.send(
    orderIds.map((orderId) =>
      notificationSmsRequested.create({
        key: `test:${orderId}:sms`,
        template: "order.packed",
        userId: asha.userId,
        about: orderId,
        askedBy: "test",
        recipient: "customer",
        priority: "transactional",
        data: { orderId },
        ...more,
      }),
    ),
  );
  await bench.settle();
}

const texts = ({ vendors }: TestBench) => vendors.outbox().filter(({ channel }) => channel === "sms");
const emails = ({ vendors }: TestBench) => vendors.outbox().filter(({ to }) => to === asha.email);
const lastRun = ({ engine }: TestBench) => engine.runs({ functionId }).at(-1);

it("sends up to ten side by side in one step, nothing twice, each recorded for who asked", async () => {
  const { bench, orderIds } = await benchWithOrders(10);
  const before = bench.engine.runs({ functionId }).length;
  await ask(bench, orderIds);
  // The engine itself knows an event's id for a day.
  await bench.engine.advance("2d");
  await ask(bench, orderIds);
  await bench.engine.advance("10s");

  const [first, second] = bench.engine.runs({ functionId }).slice(before);
  expect(first?.output).toMatchObject({ sent: 10, failed: 0, sentBefore: 0 });
  expect(first?.steps.map(({ id }) => id)).toEqual(["choose-texts", "send-texts"]);
  expect(second?.output).toMatchObject({ sent: 0, sentBefore: 10 });
  expect(texts(bench)).toHaveLength(10);
  expect(await bench.mohallaMart.deliveries.get("test:ord_1:sms")).toMatchObject({
    workflow: "test",
    channel: "sms",
    status: "sent",
  });
});

it("tries only those again whose failure can pass", async () => {
  const { bench, orderIds } = await benchWithOrders(4);
  bench.vendors.failNext("twilio", { status: 400 });
  bench.vendors.failNext("twilio", { status: 503 });
  await ask(bench, orderIds);
  await bench.engine.advance("1m");

  expect(lastRun(bench)).toHaveFailed(/1 of 4 texts did not leave/);
  expect(texts(bench)).toHaveLength(3);
});

it("asks a vendor that is over its limit again, for longer than its retries, and uses up none", async () => {
  const { bench, orderIds } = await benchWithOrders();
  bench.vendors.failNext("twilio", { status: 429, times: 12 });
  await ask(bench, orderIds);
  expect(texts(bench)).toEqual([]);
  await bench.engine.advance("3h");

  expect(lastRun(bench)).toHaveCompleted();
  expect(texts(bench)).toHaveLength(1);
});

it("asks for an email in its place where one is to be, and is no failure then", async () => {
  const { bench, orderIds } = await benchWithOrders();
  bench.vendors.failNext("twilio", { status: 400 });
  await ask(bench, orderIds, { emailKey: "test:ord_1:email" });

  expect(lastRun(bench)).toHaveCompleted();
  expect(emails(bench)).toHaveLength(1);
  expect(await bench.mohallaMart.deliveries.get("test:ord_1:email")).toMatchObject({ status: "sent" });
});

it("sends nothing of what is no news any more, and no email either", async () => {
  const { bench, orderIds } = await benchWithOrders();
  await bench.mohallaMart.orders.cancel(orderIds[0] ?? "", { emit: [] });
  await ask(bench, orderIds, { emailKey: "test:ord_1:email" });

  expect(lastRun(bench)?.output).toMatchObject({ sent: 0, failed: 0, skipped: 1 });
  expect([texts(bench), emails(bench)]).toEqual([[], []]);
});

it("keeps phone numbers out of events and steps", async () => {
  const { bench, orderIds } = await benchWithOrders();
  await ask(bench, orderIds);
  expect(texts(bench)).toMatchObject([{ to: asha.phone }]);
  expect(JSON.stringify(lastRun(bench))).not.toContain(asha.phone);
});

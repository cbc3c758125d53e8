import { notificationSend } from "@org/events/mohallamart/notification-send";
import { expect, it } from "vitest";
import { firstProduct } from "../../testing/products.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";
import { moveInCustomers } from "../../testing/users.ts";

const functionId = "send-bulk-notification";

type Channels = ("push" | "sms" | "email")[];

function back(bench: TestBench, userIds: readonly string[], channels: Channels = ["push", "email"]) {
  const { productId } = firstProduct(bench);
  return userIds.map((userId) =>
    notificationSend.create(
      { userId, type: "product.backInStock", channels, priority: "bulk", data: { productId } },
      { id: `evt_back:${userId}` },
    ),
  );
}

const messagesOver = ({ vendors }: TestBench, channel: string) =>
  vendors.outbox().filter((message) => message.channel === channel);

it("tells a hundred over what each has chosen: their inbox, one request to all devices, one to the email vendor", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const userIds = await moveInCustomers(bench, 100);
  await bench.subscribeDevice("user_n1");
  await bench.subscribeDevice("user_n2");
  await bench.mohallaMart.preferences.update("user_n2", {
    channels: { email: false, sms: false, push: true },
  });
  await bench.mohallaMart.preferences.update("user_n3", {
    channels: { email: false, sms: false, push: false },
  });
  await bench.engine.send(back(bench, userIds));
  await bench.engine.advance("10s");
  await bench.settle();

  expect(bench.engine.runs({ functionId })).toHaveLength(1);
  expect(bench.engine.run(functionId).output).toEqual({
    told: 100,
    skipped: 0,
    asked: { push: 99, email: 98 },
  });
  expect(bench.engine.run("deliver-bulk-push").output).toMatchObject({ sent: 2, skipped: 97, failed: 0 });
  expect(messagesOver(bench, "push").map(({ to }) => to)).toEqual([
    "mohallamart:user_n1, mohallamart:user_n2",
  ]);
  expect(bench.engine.run("deliver-bulk-email").output).toMatchObject({ sent: 98 });
  expect(messagesOver(bench, "email")).toHaveLength(98);
  for (const userId of ["user_n1", "user_n2", "user_n3"])
    expect(await bench.mohallaMart.notifications.list({ userId })).toHaveLength(1);
});

it("texts those who want it and have a phone", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const userIds = await moveInCustomers(bench, 2);
  await bench.mohallaMart.users.update("user_n1", { phone: "+919876543210" }, { emit: [] });
  await bench.engine.send(back(bench, userIds, ["sms"]));
  await bench.engine.advance("10s");
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(messagesOver(bench, "sms")).toMatchObject([{ to: "+919876543210" }]);
});

it("tells the others when one cannot be put into words or is gone, and fails then", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const [userId = ""] = await moveInCustomers(bench, 1);
  const eaten = notificationSend.create(
    { userId, type: "order.eaten", channels: ["email"], priority: "bulk", data: {} },
    { id: "evt_eaten" },
  );
  await bench.engine.send([eaten, ...back(bench, [userId, "user_gone"])]);
  await bench.engine.advance("10s");
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveFailed(
    /^1 notifications were not told.*no notification of type order\.eaten/,
  );
  expect(messagesOver(bench, "email")).toHaveLength(1);
});

it("tells nothing twice when its events come again, after a month", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const userIds = await moveInCustomers(bench, 3);
  await bench.subscribeDevice("user_n1");
  for (const wait of ["0s", "31d"]) {
    await bench.engine.advance(wait);
    await bench.engine.send(back(bench, userIds));
    await bench.engine.advance("1m");
  }
  expect(bench.engine.runs({ functionId })).toHaveLength(2);
  expect(messagesOver(bench, "email")).toHaveLength(3);
  expect(messagesOver(bench, "push")).toHaveLength(1);
});

it("leaves a vendor's refusal to the sender", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const userIds = await moveInCustomers(bench, 2);
  await bench.subscribeDevice("user_n1");
  bench.vendors.failNext("onesignal", { status: 400 });
  await bench.engine.send(back(bench, userIds, ["push"]));
  await bench.engine.advance("10s");
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(bench.engine.run("deliver-bulk-push")).toHaveFailed(/push messages did not leave.* OneSignal/);
});

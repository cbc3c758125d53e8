import { notificationPushRequested } from "@org/events/mohallamart/notification-push-requested";
import { pushIdOf } from "@org/integrations/push/port";
import { expect, it } from "vitest";
import { firstProduct } from "../../testing/products.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";
import { moveInCustomers } from "../../testing/users.ts";

const functionId = "deliver-bulk-push";

async function ask(bench: TestBench, readerIds: readonly string[]) {
  const { productId } = firstProduct(bench);
  await bench.engine.send(
    readerIds.map((readerId) =>
      notificationPushRequested.create({
        key: `test:${readerId}:push`,
        template: "product.backInStock",
        readerId,
        about: productId,
        askedBy: "test",
        recipient: "customer",
        priority: "bulk",
        data: { productId },
      }),
    ),
  );
  await bench.settle();
}

const pushed = ({ vendors }: TestBench) => vendors.outbox().filter(({ channel }) => channel === "push");

it("sends the same words to all devices in one call, to nobody twice, and to nobody who wants none any more", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const userIds = await moveInCustomers(bench, 4);
  for (const userId of userIds.slice(0, 3)) await bench.subscribeDevice(userId);
  const channels = { email: true, sms: true, push: false };
  await bench.mohallaMart.preferences.update(userIds[2] ?? "", { channels });
  await ask(bench, userIds);
  // The engine itself knows an event's id for a day.
  await bench.engine.advance("2d");
  await ask(bench, userIds);
  await bench.engine.advance("10s");

  expect(pushed(bench).map(({ to }) => to)).toEqual([
    [userIds[0], userIds[1]].map((id = "") => pushIdOf("mohallamart", id)).join(", "),
  ]);
  const [first, second] = bench.engine.runs({ functionId });
  expect(first?.output).toMatchObject({ sent: 2, failed: 0, sentBefore: 0 });
  expect(second?.output).toMatchObject({ sent: 0, failed: 0, sentBefore: 2 });
});

it("fails when the vendor refuses all of them", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const [userId = ""] = await moveInCustomers(bench, 1);
  await bench.subscribeDevice(userId);
  bench.vendors.failNext("onesignal", { status: 400 });
  await ask(bench, [userId]);
  expect(bench.engine.run(functionId)).toHaveFailed(/1 of 1 push messages did not leave/);
});

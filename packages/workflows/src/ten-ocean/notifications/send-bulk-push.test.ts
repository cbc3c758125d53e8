import { notificationPushSend } from "@org/events/ten-ocean/notification-push-send";
import { expect, it } from "vitest";
import { maya, pushed, suresh } from "../../testing/notices.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "send-bulk-push";

const event = (userId: string, title = "Water is off", notificationId?: string) =>
  notificationPushSend.create(
    { userId, title, body: "Until noon.", priority: "bulk", notificationId, about: "ann_1" },
    { id: `${notificationId}:${userId}:${title.length}:push` },
  );

async function subscribed(bench: TestBench): Promise<TestBench> {
  for (const { userId } of [maya, suresh]) await bench.subscribeDevice(userId, "ten-ocean");
  return bench;
}

it("sends the same words to many devices in one call, and says who has none", async () => {
  const bench = await subscribed(await startTestBench());
  const userIds = [maya.userId, suresh.userId, "user_chloe", "user_gone"];
  await bench.engine.send(userIds.map((userId) => event(userId, "Water is off", "test-announcement:ann_1")));
  await bench.engine.advance("1m");
  expect(bench.engine.run(functionId).output).toEqual({ sent: 2, failed: 0, withoutDevice: 1 });
  expect(pushed(bench)).toEqual([`${maya.userId}, ${suresh.userId}`]);
  const recorded = await bench.tenOcean.deliveries.list({ subject: "ann_1" });
  expect(recorded.map(({ status }) => status).toSorted()).toEqual(["failed", "sent", "sent"]);
});

it("sends other words in a call of their own", async () => {
  const bench = await subscribed(await startTestBench());
  await bench.engine.send([event(maya.userId), event(suresh.userId, "Gas is off")]);
  await bench.engine.advance("1m");
  expect(bench.engine.runs({ functionId })).toHaveLength(1);
  expect(pushed(bench)).toEqual([maya.userId, suresh.userId]);
});

it("is no failure when nobody has a device, and one when the vendor refuses all", async () => {
  const bench = await startTestBench();
  await bench.engine.send([event(maya.userId), event(suresh.userId)]);
  await bench.engine.advance("1m");
  expect(bench.engine.run(functionId).output).toEqual({ sent: 0, failed: 0, withoutDevice: 2 });
  await subscribed(bench);
  bench.vendors.failNext("onesignal", { status: 400 });
  await bench.engine.send([event(maya.userId, "Again"), event(suresh.userId, "Again")]);
  await bench.engine.advance("1m");
  expect(bench.engine.runs({ functionId })[1]).toHaveFailed(/None of 2 push messages left/);
});

it("sends once when the answer is lost", async () => {
  const bench = await subscribed(await startTestBench());
  bench.vendors.failNext("onesignal", { cut: true });
  await bench.engine.send([event(maya.userId), event(suresh.userId)]);
  await bench.engine.advance("5m");
  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(pushed(bench)).toEqual([`${maya.userId}, ${suresh.userId}`]);
});

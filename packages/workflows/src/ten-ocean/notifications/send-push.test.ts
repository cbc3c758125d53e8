import { notificationPushSend } from "@org/events/ten-ocean/notification-push-send";
import { pushIdOf } from "@org/integrations/push/port";
import { expect, it } from "vitest";
import { maya } from "../../testing/notices.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "send-push";

const ask = ({ engine }: TestBench, userId = maya.userId) =>
  engine.send(
    notificationPushSend.create(
      {
        userId,
        title: "You were mentioned",
        body: "In Bike room.",
        path: "/ten-ocean/forum/topic_12",
        notificationId: "test-mention:post_1",
        about: "post_1",
      },
      { id: `evt_${userId}` },
    ),
  );

it("sends to a member's devices, with the page that opens, and records it", async () => {
  const bench = await startTestBench();
  await bench.subscribeDevice(maya.userId, "ten-ocean");
  await ask(bench);
  await bench.engine.runUntilIdle();
  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(bench.vendors.outbox()).toMatchObject([
    {
      channel: "push",
      to: pushIdOf("ten-ocean", maya.userId),
      subject: "You were mentioned",
      resource: { url: "https://10ocean.test/ten-ocean/forum/topic_12" },
    },
  ]);
  expect(await bench.tenOcean.deliveries.list({ subject: "post_1" })).toMatchObject([
    { key: `notification:test-mention:post_1:${maya.userId}:push`, channel: "push", status: "sent" },
  ]);
});

it("does not fail for somebody without a device or somebody who is gone", async () => {
  const bench = await startTestBench();
  await ask(bench);
  await ask(bench, "user_gone");
  await bench.engine.advance("1m");
  const outputs = bench.engine.runs({ functionId }).map(({ status, output }) => [status, output]);
  expect(outputs).toEqual([
    ["Completed", { status: "failed", code: "no_device" }],
    ["Completed", { skipped: "unknown" }],
  ]);
});

it("fails when the vendor refuses", async () => {
  const bench = await startTestBench();
  await bench.subscribeDevice(maya.userId, "ten-ocean");
  bench.vendors.failNext("onesignal", { status: 400 });
  await ask(bench);
  await bench.engine.runUntilIdle();
  expect(bench.engine.run(functionId)).toHaveFailed(/push message to user_maya did not leave/);
});

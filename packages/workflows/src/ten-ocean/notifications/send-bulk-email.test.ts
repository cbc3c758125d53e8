import { notificationEmailSend } from "@org/events/ten-ocean/notification-email-send";
import { expect, it } from "vitest";
import { emailed, maya, suresh } from "../../testing/notices.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "send-bulk-email";
const notificationId = "test-announcement:ann_1";

const events = (userIds: readonly string[], template = "test-announcement") =>
  userIds.map((userId) =>
    notificationEmailSend.create(
      { userId, template, priority: "bulk", notificationId, about: "ann_1", data: { what: "Water is off" } },
      { id: `${notificationId}:${userId}:email` },
    ),
  );

/** Residents whose addresses begin with a number; `bad` of them is none. */
async function moveIn({ tenOcean, pool }: TestBench, howMany: number, bad?: number): Promise<string[]> {
  const userIds = Array.from({ length: howMany }, (_none, number) => `user_n${number}`);
  for (const [number, userId] of userIds.entries()) {
    const person = { userId, firstName: `Nr${number}`, lastName: "", email: `n${number}@example.com` };
    await tenOcean.residents.register(person, { emit: [] });
    await tenOcean.residents.changeStanding(userId, "resident", { emit: [] });
  }
  if (bad !== undefined)
    await pool.query("update ten_ocean.residents set email = 'nobody' where user_id = $1", [userIds[bad]]);
  return userIds;
}

it("sends a hundred in one call, each in its reader's name and with its own way out", async () => {
  const bench = await startTestBench();
  const userIds = await moveIn(bench, 100);
  await bench.engine.send(events(userIds));
  await bench.engine.advance("1m");

  expect(bench.engine.runs({ functionId })).toHaveLength(1);
  expect(bench.engine.run(functionId).output).toMatchObject({ sent: 100, failed: 0 });
  const outbox = bench.vendors.outbox();
  expect(outbox).toHaveLength(100);
  const links = outbox.map(({ html }) => /unsubscribe\/(\w+)\?kind=announcement/.exec(html ?? "")?.[1]);
  expect(new Set(links).size).toBe(100);
  expect(outbox.find(({ to }) => to === "n7@example.com")?.text).toContain("Dear Nr7,");
  expect(await bench.tenOcean.deliveries.list({ subject: "ann_1" })).toHaveLength(100);
});

it("one bad address in a hundred harms nobody, and is recorded", async () => {
  const bench = await startTestBench();
  const userIds = await moveIn(bench, 100, 42);
  await bench.engine.send(events(userIds));
  await bench.engine.advance("1m");

  expect(bench.engine.run(functionId).output).toMatchObject({ sent: 99, failed: 1 });
  expect(new Set(emailed(bench)).size).toBe(99);
  const key = `notification:${notificationId}:user_n42:email`;
  const recorded = await bench.tenOcean.deliveries.get(key);
  expect(recorded).toMatchObject({ status: "failed", reason: expect.not.stringContaining("nobody") });
});

it("sends the same batch again when the answer was lost, and nothing twice when the worker died after it", async () => {
  const bench = await startTestBench();
  const userIds = await moveIn(bench, 5, 2);
  bench.vendors.failNext("resend", { cut: true });
  bench.engine.faults.loseAnswer({ functionId, stepId: "send-batch" });
  bench.engine.faults.crashAfterStep({ functionId, stepId: "choose-recipients" });
  await bench.engine.send(events(userIds));
  await bench.engine.advance("5m");
  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(emailed(bench)).toHaveLength(4);
});

it("leaves out who has it already, who left, and who turned it off", async () => {
  const bench = await startTestBench();
  const userIds = await moveIn(bench, 4);
  await bench.engine.send(events([userIds[0] ?? ""]));
  await bench.engine.advance("26h");
  await bench.tenOcean.residents.changeStanding("user_n1", "alumni", { emit: [] });
  await bench.tenOcean.preferences.update("user_n2", { kinds: { announcement: { email: false } } });
  await bench.engine.send(events([...userIds, "user_gone"]));
  await bench.engine.advance("1m");
  const [, second] = bench.engine.runs({ functionId });
  expect(second?.output).toMatchObject({
    sent: 1,
    sentBefore: 1,
    skipped: { unknown: 1, "not-a-resident": 1, unwanted: 1 },
  });
  expect(emailed(bench)).toEqual(["n0@example.com", "n3@example.com"]);
});

it("fails when nothing left, with a record for each, and another run sends it", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("resend", { status: 500, times: 4 });
  await bench.engine.send(events([maya.userId, suresh.userId]));
  await bench.engine.advance("1h");
  expect(bench.engine.run(functionId)).toHaveFailed(/None of 2 emails left/);
  const recorded = await bench.tenOcean.deliveries.list({ subject: "ann_1" });
  expect(recorded.map(({ status }) => status)).toEqual(["failed", "failed"]);
  await bench.engine.advance("25h");
  await bench.engine.send(events([maya.userId, suresh.userId]));
  await bench.engine.advance("1m");
  expect(emailed(bench)).toEqual([maya.email, suresh.email]);
});

it("honours the digest's own switch, to which its link leads", async () => {
  const bench = await startTestBench();
  await bench.tenOcean.preferences.update(suresh.userId, { digest: "off" });
  await bench.engine.send(events([maya.userId, suresh.userId], "test-digest"));
  await bench.engine.advance("1m");
  expect(emailed(bench)).toEqual([maya.email]);
  expect(bench.vendors.outbox()[0]?.html).toContain("?kind=digest");
});

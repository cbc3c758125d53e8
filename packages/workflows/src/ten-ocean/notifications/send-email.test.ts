import { notificationEmailSend } from "@org/events/ten-ocean/notification-email-send";
import { expect, it } from "vitest";
import { maya } from "../../testing/notices.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "send-email";

const ask = ({ engine }: TestBench, template: string, userId = maya.userId) =>
  engine.send(
    notificationEmailSend.create(
      {
        userId,
        template,
        notificationId: `${template}:post_1`,
        about: "post_1",
        data: { what: "Bike room" },
      },
      { id: `evt_${template}_${userId}` },
    ),
  );

it("writes to one member in their name, with a way to stop such emails, and records it under what it is about", async () => {
  const bench = await startTestBench();
  await ask(bench, "test-mention");
  await bench.engine.runUntilIdle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  const [token] = await bench.tenOcean.unsubscribeTokens.of([maya.userId]);
  const url = `https://10ocean.test/ten-ocean/unsubscribe/${token?.token}?kind=forum`;
  const [email] = bench.vendors.outbox();
  expect(email).toMatchObject({
    to: maya.email,
    subject: "News: Bike room",
    text: expect.stringContaining("Dear Maya, Bike room."),
    html: expect.stringContaining(url),
    resource: {
      headers: { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
    },
  });
  expect(await bench.tenOcean.deliveries.list({ subject: "post_1" })).toMatchObject([
    {
      key: `notification:test-mention:post_1:${maya.userId}:email`,
      workflow: functionId,
      recipient: "resident",
      channel: "email",
      status: "sent",
    },
  ]);
});

it.each(["test-decision", "test-leak"])(
  "offers no way to stop %s, which nobody can turn off",
  async (template) => {
    const bench = await startTestBench();
    await ask(bench, template);
    await bench.engine.runUntilIdle();
    const [email] = bench.vendors.outbox();
    expect(email?.html).not.toContain("unsubscribe");
    expect(Object(email?.resource).headers).toBeUndefined();
  },
);

it("writes to an admin as such, who gets what there is to do and cannot stop it", async () => {
  const bench = await startTestBench();
  await ask(bench, "test-mention", "admin_001");
  await bench.engine.runUntilIdle();
  const [email] = bench.vendors.outbox();
  expect(email?.text).toContain("Dear Maria Delgado");
  expect(email?.html).not.toContain("unsubscribe");
  expect(await bench.tenOcean.deliveries.list({ subject: "post_1" })).toMatchObject([{ recipient: "admin" }]);
});

it.each([
  ["is unknown", "unknown", async () => undefined],
  [
    "moved out meanwhile",
    "not-a-resident",
    ({ tenOcean }: TestBench) => tenOcean.residents.changeStanding(maya.userId, "alumni", { emit: [] }),
  ],
  [
    "turned it off meanwhile",
    "unwanted",
    ({ tenOcean }: TestBench) =>
      tenOcean.preferences.update(maya.userId, { kinds: { forum: { email: false } } }),
  ],
] as const)("writes to nobody who %s", async (_who, skipped, prepare) => {
  const bench = await startTestBench();
  await prepare(bench);
  await ask(bench, "test-mention", skipped === "unknown" ? "user_gone" : maya.userId);
  await bench.engine.runUntilIdle();
  expect(bench.engine.run(functionId).output).toEqual({ skipped });
  expect(bench.vendors.outbox()).toEqual([]);
});

it("tries again while the vendor is over its limit, and fails for good with a record of it", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("resend", { status: 429, retryAfter: 2, times: 2 });
  await ask(bench, "test-mention");
  await bench.engine.advance("1m");
  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(bench.vendors.outbox()).toHaveLength(1);

  bench.vendors.failNext("resend", { status: 422 });
  await ask(bench, "test-leak");
  await bench.engine.advance("1m");
  expect(bench.engine.runs({ functionId })[1]).toHaveFailed(/test-leak did not leave for user_maya/);
  const recorded = await bench.tenOcean.deliveries.list({ subject: "post_1" });
  expect(recorded.map(({ status }) => status)).toEqual(["sent", "failed"]);
});

import { IntegrationError } from "@org/integrations/error";
import { expect, it } from "vitest";
import { retryJitter } from "../../retry-policy.ts";
import { operator } from "../../testing/bench-vendors.ts";
import { asha, placeOrder } from "../../testing/place-order.ts";
import { askFor } from "../../testing/requested-emails.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";
import { moveInCustomers } from "../../testing/users.ts";

const functionId = "deliver-email";

const welcomeTo = (userIds: readonly string[]) =>
  userIds.map((userId) => ({
    key: `welcome:${userId}:email`,
    template: "welcome",
    userId,
    about: userId,
    data: {},
  }));

function emailed({ vendors }: TestBench) {
  const emails = vendors.outbox().filter(({ channel }) => channel === "email");
  return emails.flatMap(({ to }) => (to === operator.email ? [] : [to]));
}

it("sends a hundred that were asked for in a second in one request, each to its reader", async () => {
  const bench = await startTestBench({ rateLimits: true });
  const userIds = await moveInCustomers(bench, 100);
  await askFor(bench, welcomeTo(userIds));
  await bench.settle();

  expect(bench.engine.runs({ functionId })).toHaveLength(1);
  expect(bench.engine.run(functionId).output).toMatchObject({ sent: 100, failed: 0, skipped: 0 });
  expect(new Set(emailed(bench)).size).toBe(100);
  expect(await bench.mohallaMart.deliveries.get("welcome:user_n7:email")).toMatchObject({
    subject: "user_n7",
    workflow: "test",
    recipient: "customer",
    status: "sent",
  });
});

it("tries again after 1 s, 5 s and 15 s and its jitter when the email service is down, and then sends one email", async () => {
  const bench = await startTestBench();
  const unavailable = new IntegrationError("Resend answered 503.", {
    port: "email",
    vendor: "resend",
    kind: "retryable",
  });
  bench.engine.faults.failStep({ functionId, stepId: "send-batch", attempts: 3, error: unavailable });
  await placeOrder(bench);
  await bench.settle();
  const failuresAfter: number[] = [];
  const { id: runId } = bench.engine.run(functionId);
  const waits = [1_000, 5_000, 15_000].map((delay, attempt) => delay + retryJitter(attempt, runId));
  for (const wait of waits.flatMap((each) => [`${each - 1}ms`, "1ms"]).slice(0, -1)) {
    await bench.engine.advance(wait);
    failuresAfter.push(
      bench.engine.run(functionId).steps.find(({ id }) => id === "send-batch")?.attempts ?? 0,
    );
  }
  expect(failuresAfter).toEqual([1, 2, 2, 3, 3]);
  await bench.engine.advance("1ms");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(emailed(bench).filter((to) => to === asha.email)).toHaveLength(1);
});

it("keeps one that is refused, and one that cannot be written, from harming the others, and sends what was left when it is run again", async () => {
  const bench = await startTestBench();
  const [first = "", second = ""] = await moveInCustomers(bench, 2);
  await bench.pool.query("update mohallamart.users set email = 'nobody' where user_id = $1", [second]);
  await askFor(bench, [
    ...welcomeTo([first, second]),
    { key: "test:unknown", template: "wedding-invitation", data: {} },
    { key: "test:order", template: "order-confirmation", data: { orderId: "ord_none" } },
  ]);
  await bench.settle();

  const failed = bench.engine.run(functionId);
  expect(failed).toHaveFailed(/^3 of 4 emails did not leave, the first welcome about user_n2\./);
  expect(emailed(bench)).toEqual(["n1@example.com"]);
  expect(await bench.mohallaMart.deliveries.get("test:unknown")).toMatchObject({
    status: "failed",
    reason: expect.stringMatching(/There is no email wedding-invitation; there are: .*order-confirmation/),
  });

  await bench.pool.query("update mohallamart.users set email = 'n2@example.com' where user_id = $1", [
    second,
  ]);
  await bench.engine.controls.rerun(failed.id);
  await bench.engine.advance("1m");
  expect(emailed(bench)).toEqual(["n1@example.com", "n2@example.com"]);
});

it("writes to nobody who is gone, and leaves no record of it", async () => {
  const bench = await startTestBench();
  const [userId = ""] = await moveInCustomers(bench, 1);
  await askFor(bench, welcomeTo([userId, "user_gone"]));
  await bench.mohallaMart.users.close(userId, { emit: [] });
  await bench.settle();

  expect(bench.engine.run(functionId).output).toMatchObject({ sent: 0, failed: 0, skipped: 2 });
  expect(emailed(bench)).toEqual([]);
  expect(await bench.mohallaMart.deliveries.list({ subject: userId })).toEqual([]);
});

it("sends nothing again under a key that was sent, a month later", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const userIds = await moveInCustomers(bench, 1);
  for (const wait of ["0s", "31d"]) {
    await bench.engine.advance(wait);
    await askFor(bench, welcomeTo(userIds));
    await bench.settle();
  }
  await bench.engine.advance("5s");
  expect(bench.engine.runs({ functionId }).at(-1)?.output).toMatchObject({ sent: 0, sentBefore: 1 });
  expect(emailed(bench)).toHaveLength(1);
});

it("uses up no attempt for answers of 429, more of which come than the engine has attempts", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  bench.vendors.failNext("resend", { status: 429, retryAfter: 2, times: 40 });
  await askFor(bench, welcomeTo(await moveInCustomers(bench, 3)));
  await bench.settle();
  await bench.engine.advance("5h");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(emailed(bench)).toHaveLength(3);
  expect(await bench.deadLetters.list({ status: "open" })).toEqual([]);
});

it("holds up no transactional email behind those that go to many", async () => {
  const bench = await startTestBench({ rateLimits: true, schedulesOf: [] });
  const userIds = await moveInCustomers(bench, 1_001);
  const [waiting = "", ...many] = userIds;
  await askFor(
    bench,
    welcomeTo(many).map((email) => ({ ...email, priority: "bulk" as const })),
  );
  await askFor(bench, welcomeTo([waiting]));
  await bench.engine.advance("2s");
  expect(emailed(bench)).toContain("n1@example.com");
  expect(emailed(bench).length).toBeLessThanOrEqual(201);

  await bench.engine.advance("1m");
  expect(new Set(emailed(bench)).size).toBe(1_001);
});

import { orderCreated } from "@org/events/mohallamart/order-created";
import { userRegistered } from "@org/events/ten-ocean/user-registered";
import { expect, it } from "vitest";
import { failToWelcome, refused } from "../testing/fail-to-welcome.ts";
import { asha, placeOrder } from "../testing/place-order.ts";
import { startTestBench } from "../testing/test-bench.ts";

it("keeps the run, its event as it came, its error and how often it was tried", async () => {
  const bench = await startTestBench();
  const runId = await failToWelcome(bench);

  const [letter, ...others] = await bench.deadLetters.list();
  expect(others).toEqual([]);
  expect(letter).toMatchObject({
    runId,
    app: "mohallamart",
    workflow: "send-welcome-email",
    events: [{ id: "user.created:user_asha", name: "user.created", data: asha, v: expect.any(String) }],
    error: { name: "NonRetriableError", message: refused.message },
    attempts: 1,
    replayOf: undefined,
    failedAt: bench.engine.now().toISOString(),
    status: "open",
  });
});

it("counts the attempts of a step that was tried to the end", async () => {
  const bench = await startTestBench();
  const stepId = "take-stock";
  bench.engine.faults.failStep({ functionId: "update-inventory", stepId, attempts: 100 });
  await placeOrder(bench);
  await bench.settle();
  await bench.engine.advance("1m");

  expect(await bench.deadLetters.list()).toMatchObject([{ workflow: "update-inventory", attempts: 4 }]);
});

it("does not claim to know the attempts where the workflow itself gave up", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("resend", { status: 422, times: 2 });
  await placeOrder(bench);
  await bench.settle();

  const [letter] = await bench.deadLetters.list({ workflow: "send-order-confirmation" });
  expect(letter?.error.message).toContain("could not be emailed");
  expect(letter?.attempts).toBeUndefined();
});

it("keeps every event of a batch", async () => {
  const bench = await startTestBench();
  bench.engine.faults.failStep({ functionId: "track-analytics", stepId: "record-events", error: refused });
  for (const orderId of ["ord_1", "ord_2"]) await placeOrder(bench, { orderId });
  await bench.settle();
  await bench.engine.advance("5s");

  const [letter] = await bench.deadLetters.list();
  expect(letter?.events.map(({ id }) => id).toSorted()).toEqual([
    "analytics.track:order.placed:ord_1",
    "analytics.track:order.placed:ord_2",
  ]);
});

it("knows the app by its whole name", async () => {
  const bench = await startTestBench();
  const functionId = "user-registration-workflow";
  bench.engine.faults.failStep({ functionId, stepId: "fetch-resident", error: refused });
  const sam = { userId: "user_sam", email: "sam@example.com", firstName: "Sam", lastName: "Rivera" };
  await bench.tenOcean.residents.register(sam, { emit: [userRegistered.create(sam)] });
  await bench.settle();

  expect(await bench.deadLetters.list()).toMatchObject([
    { app: "ten-ocean-tenant-assc", workflow: functionId, events: [{ data: sam }] },
  ]);
});

/** What is kept of a run that fails for good with an error. */
async function letterAbout(error: Error) {
  const bench = await startTestBench();
  bench.engine.faults.failStep({
    functionId: "send-welcome-email",
    stepId: "fetch-user",
    attempts: 4,
    error,
  });
  await failToWelcome(bench);
  await bench.engine.advance("1m");
  const [letter] = await bench.deadLetters.list();
  return letter;
}

it("takes a person's values out of the error, and leaves the ids", async () => {
  const { userId, email, name } = asha;
  const error = new Error(`Unexpected token, "${name} <${email}>" of ${userId} is not valid JSON`);
  const letter = await letterAbout(error);
  expect(letter?.error.message).toBe(
    `Unexpected token, "[removed] <[removed]>" of ${userId} is not valid JSON`,
  );
});

it("keeps no more of an error than somebody reads", async () => {
  const error = new Error(`wrong: ${"x".repeat(1_000_000)}`);
  const letter = await letterAbout(error);
  expect(letter?.error.message).toMatch(/^wrong: x+…$/);
  expect(letter?.error.message).toHaveLength(2_000);
});

it("leaves its own failures and those of its neighbours to the log", async () => {
  const bench = await startTestBench();
  for (const [functionId, stepId] of [
    ["record-dead-letter", "record"],
    ["alert-on-failure", "send-alert"],
  ] as const) {
    bench.engine.faults.failStep({ functionId, stepId, error: refused });
  }
  await failToWelcome(bench);
  await bench.engine.advance("1h");

  expect(bench.engine.run("record-dead-letter")).toHaveFailed();
  expect(bench.engine.run("alert-on-failure")).toHaveFailed();
  expect(await bench.deadLetters.list()).toEqual([]);
});

it("outlives a database that is away for twenty minutes", async () => {
  const bench = await startTestBench();
  bench.engine.faults.failStep({ functionId: "record-dead-letter", stepId: "record", attempts: 10 });
  await failToWelcome(bench);
  await bench.engine.advance("30m");

  expect(await bench.deadLetters.list()).toMatchObject([{ workflow: "send-welcome-email" }]);
});

it("keeps a run whose event no version accepts", async () => {
  const bench = await startTestBench();
  await bench.engine.send({ name: orderCreated.event, data: { orderId: "ord_1" } });

  const letters = await bench.deadLetters.list();
  expect(letters.map(({ workflow }) => workflow)).toContain("send-order-confirmation");
  expect(letters[0]?.events).toMatchObject([{ name: "order.created", data: { orderId: "ord_1" } }]);
});

import { productUpdated } from "@org/events/mohallamart/product-updated";
import { deadLetterReplayRequested } from "@org/events/operations/dead-letter-replay-requested";
import type { DeadLetter } from "@org/stores/dead-letters/port";
import { expect, it } from "vitest";
import { failToWelcome, refused } from "../testing/fail-to-welcome.ts";
import { asha, placeOrder } from "../testing/place-order.ts";
import { changeProduct } from "../testing/products.ts";
import { startTestBench, type TestBench } from "../testing/test-bench.ts";

const functionId = "replay-dead-letter";
const confirmation = "deliver-email";

function messagesTo({ vendors }: TestBench, to: string): number {
  return vendors.outbox().filter((message) => message.to === to).length;
}

/** Replays, and waits for the place that a function that sends needs under its throttle. */
async function replay({ engine }: TestBench, ...runIds: string[]): Promise<void> {
  await engine.send(
    runIds.map((runId) => deadLetterReplayRequested.create({ runId, requestedBy: "user_admin" })),
  );
  await engine.advance("10s");
}

/** Resolves to the failed run's id. */
async function failToConfirm(bench: TestBench): Promise<string> {
  // The confirmation's and the shopkeeper's email are one request.
  bench.vendors.failNext("resend", { status: 422 });
  await placeOrder(bench);
  await bench.settle();
  // The batches of the order's other events have run by then.
  await bench.engine.advance("1m");
  return bench.engine.run(confirmation).id;
}

it("runs only the function that failed, which does what had not happened", async () => {
  const bench = await startTestBench();
  const runId = await failToConfirm(bench);
  expect([messagesTo(bench, asha.email), messagesTo(bench, asha.phone)]).toEqual([0, 1]);
  const before = bench.engine.runs();

  await replay(bench, runId);
  const started = bench.engine.runs().slice(before.length);
  expect(started.map((run) => [run.functionId, run.status])).toEqual([
    ["operations-replay-dead-letter", "Completed"],
    [`mohallamart-${confirmation}`, "Completed"],
  ]);
  expect([messagesTo(bench, asha.email), messagesTo(bench, asha.phone)]).toEqual([1, 1]);
  expect(await bench.deadLetters.get(runId)).toMatchObject({
    status: "replayed",
    replayRunId: bench.engine.run(functionId).id,
  });
});

it("replays once when two operators ask for it", async () => {
  const bench = await startTestBench();
  const runId = await failToWelcome(bench);
  await replay(bench, runId, runId);
  await replay(bench, runId);

  expect(bench.engine.runs({ functionId }).map(({ output }) => output)).toEqual(
    expect.arrayContaining([
      { outcome: "completed" },
      { outcome: "someone else replayed or discarded it" },
      { outcome: "someone else replayed or discarded it" },
    ]),
  );
  expect(bench.engine.runs({ functionId: "send-welcome-email" })).toHaveLength(2);
  expect(messagesTo(bench, asha.email)).toBe(1);
});

const day = 24 * 3_600_000;

/** A run that nobody has looked at, of events that were sent so many days ago. */
async function keepLetter(bench: TestBench, days: { failed: number; sent: number }): Promise<DeadLetter> {
  const now = bench.engine.now().getTime();
  const letter = {
    runId: "run_1",
    app: "mohallamart",
    workflow: "send-flowers",
    events: [{ id: "event_1", name: "order.created", data: {}, ts: now - days.sent * day }],
    error: { name: "Error", message: "Something went wrong." },
    failedAt: new Date(now - days.failed * day).toISOString(),
  };
  await bench.deadLetters.record(letter);
  return { ...letter, status: "open" };
}

it.each([
  { failed: 61, sent: 61 },
  // As one that is a replay itself.
  { failed: 2, sent: 61 },
])(
  "refuses a run that failed $failed days ago for an event of $sent days ago, and leaves it open",
  async (days) => {
    const bench = await startTestBench();
    const letter = await keepLetter(bench, days);
    await replay(bench, letter.runId);

    expect(bench.engine.run(functionId)).toHaveFailed(/Failed run run_1: Its event is older than 60 days/);
    expect(await bench.deadLetters.get(letter.runId)).toMatchObject(letter);
  },
);

it("takes a run whose event is 59 days old", async () => {
  const bench = await startTestBench();
  const { runId } = await keepLetter(bench, { failed: 59, sent: 59 });
  await replay(bench, runId);

  expect(await bench.deadLetters.get(runId)).toMatchObject({ status: "replayed" });
});

it("does not replay what was discarded", async () => {
  const bench = await startTestBench();
  const runId = await failToWelcome(bench);
  await bench.deadLetters.discard(runId);
  await replay(bench, runId);

  expect(bench.engine.runs({ functionId: "send-welcome-email" })).toHaveLength(1);
  expect(await bench.deadLetters.get(runId)).toMatchObject({ status: "discarded" });
});

/** Three changes of one product and one of another, each in a run that failed. Resolves to the runs' ids. */
async function failToSync(bench: TestBench): Promise<string[]> {
  const [tomatoes, other] = bench.products;
  if (!tomatoes || !other) throw new Error("The demo data has too few products.");
  const now = bench.engine.now();
  const changed = [tomatoes, tomatoes, tomatoes, other];
  const letters = changed.map(({ productId, shopId }, number) => ({
    runId: `run_${number}`,
    app: "mohallamart",
    workflow: "sync-product-data",
    events: [
      {
        id: `product.updated:${productId}:${number}`,
        name: productUpdated.event,
        v: productUpdated.version,
        ts: now.getTime(),
        data: { ...productUpdated.examples[0], productId, shopId },
      },
    ],
    error: { name: "Error", message: "Something went wrong." },
    failedAt: now.toISOString(),
  }));
  for (const letter of letters) await bench.deadLetters.record(letter);
  return letters.map(({ runId }) => runId);
}

it("runs a debounced function once for each of several replays, and each comes to its end", async () => {
  const bench = await startTestBench();
  const runIds = await failToSync(bench);
  await replay(bench, ...runIds);
  await bench.settle();

  const outputs = bench.engine.runs({ functionId }).map(({ output }) => output);
  expect(outputs).toEqual(runIds.map(() => ({ outcome: "completed" })));
  const replays = bench.engine.runs({ functionId: "sync-product-data" });
  expect(replays.map(({ status }) => status)).toEqual(runIds.map(() => "Completed"));
});

it("keeps a replay apart from a change of the same product that is being put off", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const [runId = ""] = await failToSync(bench);
  await changeProduct(bench, { price: 12 });
  await bench.settle();
  await replay(bench, runId);
  await bench.settle();

  // The change that somebody just made, and the replay.
  expect(bench.engine.runs({ functionId: "sync-product-data" })).toHaveLength(2);
  expect(bench.engine.run(functionId).output).toEqual({ outcome: "completed" });
});

it("counts a batch's events once, although they had been written when the run failed", async () => {
  const bench = await startTestBench();
  bench.engine.faults.loseAnswer({ functionId: "track-analytics", stepId: "record-events", times: 21 });
  for (const orderId of ["ord_1", "ord_2"]) await placeOrder(bench, { orderId });
  await bench.settle();
  await bench.engine.advance("24h19m");
  const { id: runId } = bench.engine.run("track-analytics");
  await replay(bench, runId);

  const [first, second] = bench.engine.runs({ functionId: "track-analytics" });
  expect(first?.status).toBe("Failed");
  expect(second?.output).toEqual({ recorded: 0 });
  // At once: a batch that fills up would have made it wait.
  expect(bench.engine.run(functionId).output).toEqual({ outcome: "completed" });
  const ever = { from: "2026-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" };
  expect(await bench.mohallaMart.analytics.summary(ever)).toMatchObject({ orders: 2 });
});

it("leaves a new dead letter that names the old one when the replay fails again, which can be replayed", async () => {
  const bench = await startTestBench();
  const first = await failToWelcome(bench);
  bench.engine.faults.failStep({ functionId: "send-welcome-email", stepId: "ask-for-email", error: refused });
  await replay(bench, first);
  await bench.engine.advance("5m");

  expect(bench.engine.run(functionId).output).toEqual({ outcome: "failed again" });
  expect(await bench.deadLetters.get(first)).toMatchObject({ status: "replayed" });
  const [second, ...others] = await bench.deadLetters.list({ status: "open" });
  expect(others).toEqual([]);
  const before = await bench.deadLetters.get(first);
  expect(second).toMatchObject({ replayOf: first, events: before?.events, error: before?.error });

  await replay(bench, second?.runId ?? "");
  expect(messagesTo(bench, asha.email)).toBe(1);
});

it.each(["failStep", "loseAnswer", "crashAfterStep"] as const)(
  "opens the letter again when its function is no longer served, also through a %s",
  async (fault) => {
    const bench = await startTestBench();
    bench.engine.faults[fault]({ functionId, stepId: "reopen-unless-it-ran" });
    const { runId } = await keepLetter(bench, { failed: 1, sent: 1 });
    await replay(bench, runId);
    await bench.engine.advance("5m");

    expect(bench.engine.run(functionId).output).toEqual({ outcome: "not run, open again" });
    expect(await bench.deadLetters.get(runId)).toMatchObject({ status: "open" });
  },
);

it("says so when there is no such dead letter", async () => {
  const bench = await startTestBench();
  await replay(bench, "run_unknown");
  expect(bench.engine.run(functionId)).toHaveFailed(/No failed run run_unknown/);
});

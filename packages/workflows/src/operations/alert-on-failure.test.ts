import { searchIndex } from "@org/events/mohallamart/search-index";
import { userCreated } from "@org/events/mohallamart/user-created";
import { expect, it } from "vitest";
import { operator } from "../testing/bench-vendors.ts";
import { failToWelcome, refused } from "../testing/fail-to-welcome.ts";
import { asha } from "../testing/place-order.ts";
import { startTestBench, type TestBench } from "../testing/test-bench.ts";

const functionId = "alert-on-failure";

function alertsIn({ vendors }: TestBench) {
  const told = vendors.outbox();
  return {
    slack: told.filter(({ vendor }) => vendor === "slack"),
    email: told.filter(({ to }) => to === operator.email),
  };
}

/** So many products cannot be indexed, for one reason. */
async function failToIndex({ engine, products }: TestBench, times: number): Promise<void> {
  const [product] = products;
  if (!product) throw new Error("The demo data has no product.");
  const { productId, name, category, price, shopId } = product;
  engine.faults.failStep({
    functionId: "index-product",
    stepId: "sync-document",
    attempts: times,
    error: refused,
  });
  for (let index = 0; index < times; index++) {
    await engine.send(searchIndex.create({ productId, name, category, price, shopId }));
  }
}

it("tells by Slack and by email what failed, why, and where to look, and nothing about the person", async () => {
  const bench = await startTestBench();
  const runId = await failToWelcome(bench);
  await bench.engine.advance("30s");

  const { slack, email } = alertsIn(bench);
  expect([slack.length, email.length]).toEqual([1, 1]);
  expect(email[0]?.subject).toBe("[critical] A run of send-welcome-email failed");
  for (const { subject, text } of [...slack, ...email]) {
    const shown = `${subject}\n${text}`;
    expect(shown).toContain("A run of send-welcome-email failed");
    expect(shown).toContain(refused.message);
    expect(shown).toContain(`https://mohallamart.test/operations/dead-letters/${runId}`);
    for (const personal of [asha.name, asha.email, asha.phone]) expect(shown).not.toContain(personal);
  }
});

it("makes one alert in each channel of a hundred failures, and says how many there are", async () => {
  const bench = await startTestBench();
  await failToIndex(bench, 100);
  await bench.engine.advance("1m");

  const { slack, email } = alertsIn(bench);
  expect(email.map(({ subject }) => subject)).toEqual(["[critical] 100 runs of index-product failed"]);
  expect(slack).toHaveLength(1);
});

it("says that a run whose worker was lost is replayed by itself, and when", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  bench.engine.faults.loseAnswer({ functionId: "send-welcome-email", stepId: "ask-for-email", times: 21 });
  await bench.mohallaMart.users.add(asha, { emit: [userCreated.create(asha)] });
  await bench.settle();
  await bench.engine.advance("30h");

  const { slack } = alertsIn(bench);
  expect(slack).toHaveLength(1);
  const [letter] = await bench.deadLetters.list();
  expect(slack[0]?.text).toContain(`this one at ${letter?.nextReplayAt}, up to 5 times within 9 hours`);
});

it("stays quiet for the rest of the quarter of an hour, and reminds in the next one", async () => {
  const bench = await startTestBench();
  for (let minute = 0; minute < 30; minute += 5) {
    await failToIndex(bench, 3);
    await bench.engine.advance("5m");
  }
  const { slack, email } = alertsIn(bench);
  expect([slack.length, email.length]).toEqual([2, 2]);
  expect(bench.engine.runs({ functionId })).toHaveLength(6);
});

it("tells of each workflow that an outage stops", async () => {
  const bench = await startTestBench();
  await failToWelcome(bench);
  await failToIndex(bench, 2);
  await bench.engine.advance("1m");

  expect(
    alertsIn(bench)
      .email.map(({ subject }) => subject)
      .toSorted(),
  ).toEqual(["[critical] 2 runs of index-product failed", "[critical] A run of send-welcome-email failed"]);
});

it("still tells when the database was away for minutes", async () => {
  const bench = await startTestBench();
  const away = { functionId, stepId: "describe-outage", attempts: 8 };
  bench.engine.faults.failStep({ ...away, error: new Error("Postgres does not answer.") });
  await failToWelcome(bench);
  await bench.engine.advance("1h");

  const { slack, email } = alertsIn(bench);
  expect([slack.length, email.length]).toEqual([1, 1]);
});

it("tells by email when Slack does not answer", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("slack", { status: 503 });
  await failToWelcome(bench);
  await bench.engine.advance("1h");

  const { slack, email } = alertsIn(bench);
  expect([slack.length, email.length]).toEqual([0, 1]);
  expect(bench.engine.run(functionId)).toHaveCompleted();
});

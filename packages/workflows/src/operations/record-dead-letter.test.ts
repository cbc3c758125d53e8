import { replayData } from "@org/events/inngest";
import { orderCreated } from "@org/events/mohallamart/order-created";
import { userCreated } from "@org/events/mohallamart/user-created";
import { deadLetterReplayRequested } from "@org/events/operations/dead-letter-replay-requested";
import { userRegistered } from "@org/events/ten-ocean/user-registered";
import { expect, it } from "vitest";
import { failToWelcome, refused } from "../testing/fail-to-welcome.ts";
import { asha, placeOrder } from "../testing/place-order.ts";
import { startTestBench, type TestBench } from "../testing/test-bench.ts";
import { failedRun } from "./failed-run.ts";
import { withReplay } from "./record-dead-letter.ts";

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

it("keeps where it failed, line by line, and not again what it said", async () => {
  const bench = await startTestBench();
  const runId = await failToWelcome(bench);

  const { error } = (await bench.deadLetters.get(runId)) ?? {};
  expect(error?.frames?.[0]).toMatch(/\(?\S+:\d+:\d+\)?$/);
  expect(error?.frames?.join("\n")).not.toContain(refused.message);
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

  const [letter] = await bench.deadLetters.list({ workflow: "deliver-email" });
  expect(letter?.error.message).toContain("did not leave");
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
    stepId: "ask-for-email",
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

/** A customer registers, and every worker that looks her up is lost. Resolves to the id of the lost run. */
async function loseToWelcome(bench: TestBench): Promise<string> {
  const { engine, mohallaMart, settle } = bench;
  engine.faults.loseAnswer({ functionId: "send-welcome-email", stepId: "ask-for-email", times: 21 });
  await mohallaMart.users.add(asha, { emit: [userCreated.create(asha)] });
  await settle();
  // Twenty retries on Inngest's own schedule take 24 hours, 18 minutes and 45 seconds.
  await engine.advance("24h19m");
  return engine.runs({ functionId: "send-welcome-email" })[0]?.id ?? "";
}

const welcomesIn = ({ vendors }: TestBench) => vendors.outbox().filter(({ to }) => to === asha.email).length;

it("replays a run whose worker was lost by itself, and says so before", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const runId = await loseToWelcome(bench);
  const letter = await bench.deadLetters.get(runId);
  expect(letter).toMatchObject({ status: "open", attempts: undefined, nextReplayAt: expect.any(String) });
  const wait = Date.parse(letter?.nextReplayAt ?? "") - Date.parse(letter?.failedAt ?? "");
  expect(wait).toBe(2 * 60_000);

  await bench.engine.advance("10m");
  await bench.settle();
  await bench.engine.advance("10s");
  expect(await bench.deadLetters.get(runId)).toMatchObject({ status: "replayed" });
  expect(await bench.deadLetters.list({ status: "open" })).toEqual([]);
  expect(welcomesIn(bench)).toBe(1);
});

it("waits longer before each replay of a run that is lost again, and leaves it to a person in the end", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const lost = (replays?: number) => ({
    runId: `run_${replays ?? 0}`,
    error: { name: "Error", message: "Unable to reach SDK URL" },
    replays,
  });
  const failed = (runId: string, replayOf?: string) => ({
    name: "inngest/function.failed",
    data: {
      function_id: "mohallamart-send-flowers",
      run_id: runId,
      error: lost().error,
      event: {
        id: `event_${runId}`,
        name: replayOf === undefined ? "order.created" : "inngest/function.invoked",
        data:
          replayOf === undefined
            ? {}
            : replayData({ runId: replayOf, events: [{ id: "event_1", name: "order.created", data: {} }] }),
      },
    },
  });
  const runIds = ["run_0", "run_1", "run_2", "run_3", "run_4", "run_5"];
  for (const [place, runId] of runIds.entries()) {
    const letter = failedRun({ ...failed(runId, runIds[place - 1]), ts: bench.engine.now().getTime() }, [
      "mohallamart",
    ]);
    await bench.deadLetters.record(await withReplay(letter, bench.deadLetters));
  }
  const letters = await Promise.all(runIds.map((runId) => bench.deadLetters.get(runId)));
  const minutes = letters.map((letter) =>
    letter?.nextReplayAt === undefined
      ? undefined
      : (Date.parse(letter.nextReplayAt) - Date.parse(letter.failedAt)) / 60_000,
  );
  expect(minutes).toEqual([2, 10, 30, 120, 360, undefined]);
  expect(letters.map((letter) => letter?.replays)).toEqual([undefined, 1, 2, 3, 4, 5]);
});

it("leaves a lost run alone that somebody has settled by then", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const runId = await loseToWelcome(bench);
  await bench.deadLetters.discard(runId);
  await bench.engine.advance("1h");

  expect(bench.engine.runs({ functionId: "replay-dead-letter" })).toEqual([]);
  expect(await bench.deadLetters.get(runId)).toMatchObject({ status: "discarded" });
  expect(bench.engine.runs({ functionId: "record-dead-letter" })[0]?.output).toMatchObject({
    replay: "somebody has settled it",
  });
});

it("does not run a lost run twice when a person replays it at the same time", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  const runId = await loseToWelcome(bench);
  const { nextReplayAt = "" } = (await bench.deadLetters.get(runId)) ?? {};
  await bench.engine.advanceTo(new Date(Date.parse(nextReplayAt) - 1));
  const asked = deadLetterReplayRequested.create({ runId, requestedBy: "user_admin" });
  await Promise.all([bench.engine.send(asked), bench.engine.advance("1s")]);
  await bench.settle();
  await bench.engine.advance("1m");

  expect(bench.engine.runs({ functionId: "send-welcome-email" })).toHaveLength(2);
  expect(welcomesIn(bench)).toBe(1);
});

it("leaves a run to a person that an error of ours ended, however often its worker was lost before", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  bench.engine.faults.loseAnswer({ functionId: "send-welcome-email", stepId: "ask-for-email", times: 5 });
  await bench.mohallaMart.users.add(asha, { emit: [userCreated.create(asha)] });
  await bench.settle();
  await bench.engine.advance("4m");
  bench.engine.faults.failStep({ functionId: "send-welcome-email", stepId: "ask-for-email", attempts: 100 });
  await bench.engine.advance("2h");
  // Its own three retries are all there although the engine counted the calls that were lost.
  expect(await bench.deadLetters.list()).toMatchObject([
    { attempts: 4, status: "open", nextReplayAt: undefined },
  ]);
});

it("keeps a run whose event no version accepts", async () => {
  const bench = await startTestBench();
  await bench.engine.send({ name: orderCreated.event, data: { orderId: "ord_1" } });

  const letters = await bench.deadLetters.list();
  expect(letters.map(({ workflow }) => workflow)).toContain("send-order-confirmation");
  expect(letters[0]?.events).toMatchObject([{ name: "order.created", data: { orderId: "ord_1" } }]);
});

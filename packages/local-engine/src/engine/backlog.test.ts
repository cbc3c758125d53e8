import { expect, it } from "vitest";
import { BusyError } from "../core/busy-error.ts";
import type { Call } from "../core/dispatcher.ts";
import type { RawAnswer } from "../protocol/answer.ts";
import { done, startBareEngine } from "../testing/bare-engine.ts";

const eventsOf = (name: string, count: number) =>
  Array.from({ length: count }, (_none, n) => ({ name, data: { n } }));

/** An app that answers when it is told to. */
function slowApp() {
  const open: ((answer: RawAnswer) => void)[] = [];
  return {
    transport: () => new Promise<RawAnswer>((resolve) => open.push(resolve)),
    waiting: () => open.length,
    answer: () => open.shift()?.(done),
  };
}

it("takes many events in by portions, in their order, and tells of all when all are stored", async () => {
  let commits = 0;
  const { engine } = await startBareEngine({ work: {} });
  engine.subscribe(() => {
    commits++;
  });
  const ids = await engine.send(eventsOf("work", 1_000));
  expect(new Set(ids).size).toBe(1_000);
  expect(ids).toEqual(ids.toSorted());
  expect(commits).toBeGreaterThanOrEqual(5);
  await engine.idle();
  expect(engine.countRuns({ status: "Completed" })).toBe(1_000);
});

it("stores events that come one by one at one time in one commit", async () => {
  let commits = 0;
  const { engine } = await startBareEngine({});
  engine.subscribe(() => {
    commits++;
  });
  await Promise.all(eventsOf("nobody", 50).map((event) => engine.send([event])));
  expect(commits).toBe(1);
});

it("refuses events beyond the runs that it may keep, says when to come again, and takes them then", async () => {
  const app = slowApp();
  const { engine } = await startBareEngine({ work: {} }, { transport: app.transport, maxRunsInProgress: 3 });
  await engine.send(eventsOf("work", 3));
  const refused = engine.send([{ name: "work" }]);
  await expect(refused).rejects.toThrow("3 runs have not ended, and no more than 3 are kept");
  await expect(refused).rejects.toSatisfy((error) => BusyError.isInstance(error) && error.retryAfter === 5);
  expect(engine.health().intake?.message).toContain("3 runs have not ended");
  expect(engine.events({ name: "work" })).toHaveLength(3);
  app.answer();
  await expect.poll(() => engine.health().runsInProgress).toBe(2);
  await engine.send([{ name: "work" }]);
  while (app.waiting() > 0) app.answer();
  await engine.idle();
  expect(engine.countRuns({ status: "Completed" })).toBe(4);
});

it("starts as many more as a changed limit allows, when the app registers it", async () => {
  const app = slowApp();
  const { engine, register } = await startBareEngine(
    { work: { concurrency: 2 } },
    { transport: app.transport },
  );
  await engine.send(eventsOf("work", 30));
  expect(app.waiting()).toBe(2);
  await register({ work: { concurrency: 7 } });
  expect(app.waiting()).toBe(7);
  await register({ work: {} });
  expect(app.waiting()).toBe(30);
});

it("goes on with runs whose function was away when it is served again", async () => {
  const calls: Call[] = [];
  const { engine, register } = await startBareEngine(
    { work: {}, other: {} },
    { onCall: (call) => calls.push(call), maxConcurrentCalls: 0 },
  );
  await engine.send([{ name: "work" }]);
  expect(calls).toEqual([]);
  await register({ other: {} });
  await register();
  expect(engine.runs()).toMatchObject([{ status: "Queued" }]);
});

it("leaves the line of a paused function where it is, and nobody in it uses up a place", async () => {
  const throttle = { throttle: { limit: 1, period: "10s" } };
  const { engine, advance } = await startBareEngine({ work: throttle });
  await engine.send(eventsOf("work", 4));
  await engine.idle();
  await engine.pauseFunction("app-work");
  await advance(60_000);
  expect(engine.countRuns({ status: "Completed" })).toBe(1);
  await engine.resumeFunction("app-work");
  await engine.idle();
  expect(engine.countRuns({ status: "Completed" })).toBe(2);
  await advance(10_000);
  expect(engine.countRuns({ status: "Completed" })).toBe(3);
  await advance(10_000);
  expect(engine.countRuns({ status: "Completed" })).toBe(4);
});

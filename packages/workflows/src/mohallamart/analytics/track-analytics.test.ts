import { analyticsTrack } from "@org/events/mohallamart/analytics-track";
import { deadLetterReplayRequested } from "@org/events/operations/dead-letter-replay-requested";
import { expect, it } from "vitest";
import { startTestBench } from "../../testing/test-bench.ts";

const ever = { from: "2026-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" };

function viewed(number: number) {
  const properties = { page: "storefront" };
  const sessionId = `visit-${number % 3}`;
  return analyticsTrack.create({ sessionId, event: "page.viewed", properties }, { id: `view-${number}` });
}

it("writes the events of five seconds in one batch of a hundred at most, and counts them", async () => {
  const bench = await startTestBench();
  for (let number = 0; number < 120; number += 1) await bench.engine.send(viewed(number));
  await bench.engine.advance("5s");

  const runs = bench.engine.runs({ functionId: "track-analytics" });
  expect(runs.map(({ output }) => output)).toEqual([{ recorded: 100 }, { recorded: 20 }]);
  expect(await bench.mohallaMart.analytics.summary(ever)).toMatchObject({ pageViews: 120, sessions: 3 });
});

it("counts an event once that arrives again", async () => {
  const bench = await startTestBench();
  await bench.engine.send(viewed(1));
  await bench.engine.advance("25h");
  await bench.engine.send(viewed(1));
  await bench.engine.advance("5s");

  const runs = bench.engine.runs({ functionId: "track-analytics" });
  expect(runs.map(({ output }) => output)).toEqual([{ recorded: 1 }, { recorded: 0 }]);
  expect(await bench.mohallaMart.analytics.summary(ever)).toMatchObject({ pageViews: 1 });
});

it("writes and counts the valid events of a batch, fails for the others, and counts nothing twice when replayed", async () => {
  const bench = await startTestBench();
  const wrong = { name: analyticsTrack.event, v: analyticsTrack.version, data: { event: "page.viewed" } };
  for (const event of [{ ...wrong, id: "no-session" }, viewed(1), { ...wrong, id: "another" }, viewed(2)])
    await bench.engine.send(event);
  await bench.engine.advance("1m");

  expect(bench.engine.run("track-analytics")).toHaveFailed(/^2 of the 4 events of this batch cannot be read/);
  expect(await bench.mohallaMart.analytics.summary(ever)).toMatchObject({ pageViews: 2, sessions: 2 });
  const [letter] = await bench.deadLetters.list({ status: "open" });
  expect(letter?.events.map(({ id }) => id)).toEqual(["no-session", "view-1", "another", "view-2"]);

  const runId = letter?.runId ?? "";
  await bench.engine.send(deadLetterReplayRequested.create({ runId, requestedBy: "user_admin" }));
  await bench.engine.advance("5m");
  expect(await bench.mohallaMart.analytics.summary(ever)).toMatchObject({ pageViews: 2, sessions: 2 });
});

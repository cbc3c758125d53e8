import { analyticsTrack } from "@org/events/mohallamart/analytics-track";
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

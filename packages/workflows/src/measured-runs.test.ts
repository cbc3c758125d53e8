import { createTestEngine } from "@org/local-engine/test";
import type { Measurement } from "@org/stores/measurements/port";
import { NonRetriableError } from "inngest";
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { workflowClient } from "./client.ts";

const ignore = () => undefined;
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const start = new Date("2026-11-02T04:30:00Z");

// Fake only the date: the SDK's own timers have to run.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

/** One function whose step fails as often as the event says, then sleeps an hour, then ends. */
function play() {
  const seen: Measurement[] = [];
  let failures = 0;
  const engine = createTestEngine({
    now: start.toISOString(),
    onTimeChange: (now) => {
      vi.setSystemTime(now);
    },
    apps: [
      (options) => {
        const measuring = { saw: (measurement: Measurement) => seen.push(measurement) };
        const client = workflowClient("app", { ...options, logger: silent, measuring });
        const work = client.createFunction(
          { id: "work", triggers: [{ event: "go" }] },
          async ({ event, step }) => {
            await step.run("call", () => {
              if (failures++ < event.data.failures) throw new Error("no answer");
            });
            await step.sleep("rest", "1h");
            if (event.data.givesUp) throw new NonRetriableError("it is no use");
          },
        );
        return { client, functions: [work] };
      },
    ],
  });
  onTestFinished(() => engine.close());
  const of = (kind: Measurement["kind"]) => seen.filter((each) => each.kind === kind);
  return { engine, seen, of };
}

it("a run is measured from its making to its end, and what it waited before its first call", async () => {
  const { engine, of } = play();
  await engine.send({ name: "go", data: { failures: 0 } });
  await engine.advance("2h");
  const [run, ...others] = of("run");
  expect(others).toEqual([]);
  expect(run).toMatchObject({ owner: "app", name: "work", outcome: "done" });
  expect(run?.duration).toBeGreaterThanOrEqual(3_600_000);
  expect(run?.duration).toBeLessThan(3_700_000);
  expect(of("wait")).toEqual([{ ...run, kind: "wait", duration: expect.toSatisfy((each) => each < 60_000) }]);
});

it("each attempt of a step is measured, and says whether it is tried again", async () => {
  const { engine, of } = play();
  await engine.send({ name: "go", data: { failures: 2 } });
  await engine.advance("2h");
  expect(of("step").map(({ outcome }) => outcome)).toEqual(["again", "again", "done"]);
  expect(of("step").every(({ duration = -1 }) => duration >= 0)).toBe(true);
  expect(of("run").map(({ outcome }) => outcome)).toEqual(["done"]);
});

it.each([
  { how: "after its last attempt", data: { failures: 99 } },
  { how: "by itself", data: { failures: 0, givesUp: true } },
])("a run that fails $how counts once as failed", async ({ data }) => {
  const { engine, of } = play();
  await engine.send({ name: "go", data });
  await engine.advance("1d");
  expect(of("run").filter(({ outcome }) => outcome === "failed")).toHaveLength(1);
  expect(of("run").filter(({ outcome }) => outcome === "done")).toEqual([]);
});

it("tells nothing of what a run was about", async () => {
  const { engine, seen } = play();
  await engine.send({ name: "go", data: { failures: 1, email: "asha@example.com" } });
  await engine.advance("2h");
  expect(JSON.stringify(seen)).not.toContain("asha");
});

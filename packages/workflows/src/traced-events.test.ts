import { replayData } from "@org/events/inngest";
import { analyticsTrack } from "@org/events/mohallamart/analytics-track";
import { createTestEngine } from "@org/local-engine/test";
import type { EventTrace } from "@org/stores/outbox/port";
import { referenceFunction } from "inngest";
import { expect, it, onTestFinished } from "vitest";
import { workflowClient } from "./client.ts";

const ignore = () => undefined;
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const functionId = "app-count";
const right = {
  id: "right",
  ...{ name: analyticsTrack.event, v: analyticsTrack.version, data: { ...analyticsTrack.examples[0] } },
};
const wrong = { ...right, id: "wrong", data: { event: "page.viewed" } };

/** A function of batches, one that invokes it as a replay does, and what was seen of their events. */
function start() {
  const seen: EventTrace[] = [];
  const engine = createTestEngine({
    apps: [
      (options) => {
        const traces = { saw: (trace: EventTrace) => void seen.push(trace) };
        const client = workflowClient("app", { ...options, logger: silent, traces });
        const count = client.createFunction(
          { id: "count", triggers: [analyticsTrack], batchEvents: { maxSize: 2, timeout: "5s" } },
          ({ events }) => events.length,
        );
        const replay = client.createFunction({ id: "replay", triggers: [{ event: "again" }] }, ({ step }) =>
          step.invoke("run", {
            function: referenceFunction({ functionId: "count" }),
            data: replayData({ runId: "run_1", events: [right, wrong] }),
          }),
        );
        return { client, functions: [count, replay] };
      },
    ],
  });
  onTestFinished(() => engine.close());
  const ended = () => seen.filter((trace) => trace.functionId === functionId && trace.ended);
  return { engine, ended };
}

const both = [right, wrong].map(({ id: eventId }) => ({ eventId, functionId, ended: true }));

it("of a batch are all of its events, also those that cannot be read and that the run fails for", async () => {
  const { engine, ended } = start();
  await engine.send(right);
  await engine.send(wrong);
  await engine.advance("1m");
  expect(engine.run("count")).toMatchObject({ status: "Failed" });
  expect(ended()).toEqual(both);
});

it("of a replay are those that it stands for", async () => {
  const { engine, ended } = start();
  await engine.send({ name: "again", id: "again", data: {} });
  await engine.advance("1m");
  expect(ended()).toEqual(both);
});

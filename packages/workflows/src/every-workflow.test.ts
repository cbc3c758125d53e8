import { describe, expect, it } from "vitest";
import { effectsOf } from "./testing/effects.ts";
import { scenarios } from "./testing/scenarios.ts";
import { startTestBench, type TestBench } from "./testing/test-bench.ts";

/** Longer than every retry of a step together. */
const allRetries = "1h";

async function run(
  scenario: (bench: TestBench) => Promise<unknown>,
  prepare: (bench: TestBench) => void = () => {},
) {
  const bench = await startTestBench();
  prepare(bench);
  await scenario(bench);
  await bench.settle();
  await bench.engine.advance(allRetries);
  await bench.settle();
  return bench;
}

/** The workflow's steps in an undisturbed run. */
async function stepsOf(functionId: string, scenario: (bench: TestBench) => Promise<unknown>) {
  const { engine } = await run(scenario);
  return [...new Set(engine.runs({ functionId }).flatMap(({ steps }) => steps.map(({ id }) => id)))];
}

it("has a scenario for every workflow that is served, and for no other", async () => {
  const { functionIds } = await startTestBench();
  expect(Object.keys(scenarios).toSorted()).toEqual([...functionIds].toSorted());
});

describe.each(Object.entries(scenarios))("%s", (functionId, scenario) => {
  it("completes when nothing goes wrong", async () => {
    const { engine } = await run(scenario);
    expect(engine.runs({ functionId }).map(({ status }) => status)).toEqual(["Completed"]);
  });

  it("does the same when any one step fails once, when its answer is lost, and when the worker dies after it", async () => {
    const undisturbed = await effectsOf(await run(scenario));
    for (const stepId of await stepsOf(functionId, scenario)) {
      for (const fault of ["failStep", "loseAnswer", "crashAfterStep"] as const) {
        const bench = await run(scenario, ({ engine }) => engine.faults[fault]({ functionId, stepId }));
        const where = `${fault} at ${stepId}`;
        expect(
          bench.engine.runs({ functionId }).map(({ status }) => status),
          where,
        ).toEqual(["Completed"]);
        expect(await effectsOf(bench), where).toEqual(undisturbed);
      }
    }
  });

  it("ends, and does nothing twice, when any one step fails for good", async () => {
    for (const stepId of await stepsOf(functionId, scenario)) {
      const bench = await run(scenario, ({ engine }) =>
        engine.faults.failStep({ functionId, stepId, attempts: 100 }),
      );
      expect(bench.engine.runs({ status: "Running" }), stepId).toEqual([]);
      const { messages } = await effectsOf(bench);
      expect(new Set(messages.map((message) => JSON.stringify(message))).size, stepId).toBe(messages.length);
    }
  });

  it("does nothing more when its event arrives a second time", async () => {
    const bench = await run(scenario);
    const { events: _, ...before } = await effectsOf(bench);
    const [first] = bench.engine.runs({ functionId });
    for (const { name, data } of first?.events ?? []) {
      await bench.engine.send({ name, data: Object(data) });
    }
    await bench.settle();
    expect(bench.engine.runs({ functionId })).toHaveLength(2);
    const { events: __, ...after } = await effectsOf(bench);
    expect(after).toEqual(before);
  });
});

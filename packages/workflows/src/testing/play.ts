import { expect } from "vitest";
import { effectsOf } from "./effects.ts";
import { breaches } from "./invariants.ts";
import type { Scenario } from "./scenario.ts";
import { startTestBench, type TestBench, type TestBenchOptions } from "./test-bench.ts";

/** Longer than every retry of a step together: twenty of them reach over 72 minutes, and jitter adds up to sixteen. */
export const allRetries = "90m";

interface PlayOptions {
  /** What a failure calls this play. */
  name?: string;
  prepare?: (bench: TestBench) => void;
  bench?: TestBenchOptions;
}

/** Plays a scenario to its end, checks what must hold whatever happened, and looks at what came of it. */
export async function play<Result>(
  scenario: Scenario,
  look: (bench: TestBench) => Promise<Result>,
  { name, prepare = () => {}, bench: options }: PlayOptions = {},
): Promise<Result> {
  const bench = await startTestBench(options);
  prepare(bench);
  await scenario(bench);
  await bench.settle();
  await bench.engine.advance(allRetries);
  await bench.settle();
  // What a retry wrote reaches the engine only then, for the relay does not wait for this clock; counts are collected a while.
  await bench.engine.advance("1m");
  await bench.settle();
  const result = await look(bench);
  expect(await breaches(bench), name).toEqual([]);
  await bench.close();
  return result;
}

/** How a workflow's runs ended, and everything they left behind. */
export async function outcomeOf(bench: TestBench, functionId: string) {
  return {
    runs: bench.engine.runs({ functionId }).map(({ status }) => status),
    effects: await effectsOf(bench),
  };
}

import { describe, expect, it } from "vitest";
import { effectsOf } from "./effects.ts";
import { breaches } from "./invariants.ts";
import type { Scenario, Scenarios } from "./scenario.ts";
import { startTestBench, type TestBench } from "./test-bench.ts";

/** Longer than every retry of a step together: twenty of them reach over 72 minutes. */
const allRetries = "75m";

type RunView = ReturnType<TestBench["engine"]["run"]>;

type Prepare = (bench: TestBench) => void;

/** Plays a scenario to its end, checks what must hold whatever happened, and looks at what came of it. */
async function play<Result>(
  scenario: Scenario,
  look: (bench: TestBench) => Promise<Result>,
  prepare: Prepare = () => {},
): Promise<Result> {
  const bench = await startTestBench();
  prepare(bench);
  await scenario(bench);
  await bench.settle();
  await bench.engine.advance(allRetries);
  await bench.settle();
  const result = await look(bench);
  expect(await breaches(bench)).toEqual([]);
  await bench.close();
  return result;
}

/** How the workflow's runs ended, and everything they left behind. */
function outcome(functionId: string) {
  return async (bench: TestBench) => ({
    runs: bench.engine.runs({ functionId }).map(({ status }) => status),
    effects: await effectsOf(bench),
  });
}

/** The workflow's steps in an undisturbed run. */
function stepsOf(functionId: string, scenario: Scenario): Promise<string[]> {
  return play(scenario, async ({ engine }) => [
    ...new Set(engine.runs({ functionId }).flatMap(({ steps }) => steps.map(({ id }) => id))),
  ]);
}

/** Declares the tests that every workflow has to pass: faults at every step, and its event twice. */
export function testEveryWorkflow(scenarios: Scenarios): void {
  describe.each(Object.entries(scenarios))("%s", testWorkflow);
}

function testWorkflow(functionId: string, scenario: Scenario): void {
  it("does the same when a step fails once, when its answer is lost, and when the worker dies after it", async () => {
    const undisturbed = await play(scenario, outcome(functionId));
    expect(undisturbed.runs).toEqual(["Completed"]);
    for (const stepId of await stepsOf(functionId, scenario)) {
      for (const fault of ["failStep", "loseAnswer", "crashAfterStep"] as const) {
        const disturbed = await play(scenario, outcome(functionId), ({ engine }) =>
          engine.faults[fault]({ functionId, stepId }),
        );
        expect(disturbed, `${fault} at ${stepId}`).toEqual(undisturbed);
      }
    }
  });

  it("ends, and does nothing twice, when a step fails for good", async () => {
    for (const stepId of await stepsOf(functionId, scenario)) {
      const { runs } = await play(scenario, outcome(functionId), ({ engine }) =>
        engine.faults.failStep({ functionId, stepId, attempts: 100 }),
      );
      expect(runs, stepId).not.toContain("Running");
    }
  });

  it("does nothing more when its event arrives again after the engine has forgotten its id", async () => {
    const { before, after } = await play(scenario, async (bench) => {
      const runs = bench.engine.runs({ functionId });
      await bench.engine.advance("25h");
      await bench.settle();
      // Only now, because what runs every day has run meanwhile.
      const ranBefore = bench.engine.runs({ functionId }).length;
      const { events: _, ...first } = await effectsOf(bench);
      for (const run of runs) await startAgain(bench, run);
      await bench.settle();
      await bench.engine.advance(allRetries);
      await bench.settle();
      expect(bench.engine.runs({ functionId })).toHaveLength(ranBefore + runs.length);
      const { events: __, ...second } = await effectsOf(bench);
      return { before: first, after: second };
    });
    expect(after).toEqual(before);
  });
}

/** Sends a run's events again; one that a schedule or an invocation started is repeated for the same event. */
async function startAgain({ engine }: TestBench, { id: runId, events }: RunView): Promise<void> {
  if (events.some(({ name }) => ["inngest/scheduled.timer", "inngest/function.invoked"].includes(name))) {
    await engine.controls.rerun(runId);
    await engine.runUntilIdle();
    return;
  }
  for (const { id, name, data } of events) await engine.send({ id, name, data: Object(data) });
}

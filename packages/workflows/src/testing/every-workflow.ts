import { describe, expect, inject, it } from "vitest";
import { checkReaders } from "./check-readers.ts";
import { effectsOf } from "./effects.ts";
import { allRetries, outcomeOf, play } from "./play.ts";
import type { Scenario, Scenarios } from "./scenario.ts";
import type { TestBench, TestBenchOptions } from "./test-bench.ts";

/**
 * What is done to each step, try after try: it fails before it has an effect, has it and the answer is lost, and has it
 * again before the worker dies. On Convex, where the file runs once more, only the last.
 */
function faultsOfSteps() {
  if (inject("marketplaceStore") === "convex") return ["crashAfterStep"] as const;
  return ["failStep", "loseAnswer", "crashAfterStep"] as const;
}

type Fault = ReturnType<typeof faultsOfSteps>[number];

type RunView = ReturnType<TestBench["engine"]["run"]>;

/**
 * Plays without the schedules of other workflows: days pass in some scenarios, and what runs every night has a scenario
 * of its own. A nightly repair cannot hide either what a fault left behind.
 */
function createPlays(functionId: string, scenario: Scenario) {
  const bench: TestBenchOptions = { schedulesOf: [functionId] };
  const outcome = (seen: TestBench) => outcomeOf(seen, functionId);
  const stepsOf = ({ engine }: TestBench) => [
    ...new Set(engine.runs({ functionId }).flatMap(({ steps }) => steps.map(({ id }) => id))),
  ];
  const playFirst = () =>
    play(scenario, async (seen) => ({ outcome: await outcome(seen), steps: stepsOf(seen) }), { bench });
  let first: ReturnType<typeof playFirst> | undefined;
  return {
    /** The outcome and the workflow's steps when nothing is in the way; played once for all tests. */
    undisturbed() {
      first ??= playFirst();
      return first;
    },
    disturbed: (disturb: (engine: TestBench["engine"]) => void, name?: string) =>
      play(scenario, outcome, { bench, name, prepare: ({ engine }) => disturb(engine) }),
  };
}

/** Declares the tests that every workflow has to pass: faults at every step, its event twice, and what it reads is known. */
export function testEveryWorkflow(scenarios: Scenarios): void {
  checkReaders();
  describe.each(Object.entries(scenarios))("%s", testWorkflow);
}

function testWorkflow(functionId: string, scenario: Scenario): void {
  const plays = createPlays(functionId, scenario);

  it("does the same when a step fails, its answer is lost when it is tried again, and then the worker dies after it", async () => {
    const { outcome, steps } = await plays.undisturbed();
    expect(outcome.runs).toEqual(["Completed"]);
    const playWith = async (stepId: string, ...kinds: Fault[]) => {
      const name = `${kinds.join(", then ")} at ${stepId}`;
      const disturbed = await plays.disturbed(({ faults }) => {
        for (const kind of kinds) faults[kind]({ functionId, stepId });
      }, name);
      expect(disturbed, name).toEqual(outcome);
    };
    for (const stepId of steps) {
      try {
        await playWith(stepId, ...faultsOfSteps());
      } catch (failure) {
        // Each alone, so that the failure names the one that does it, if one does.
        for (const fault of faultsOfSteps()) await playWith(stepId, fault);
        throw failure;
      }
    }
  });

  it("does the same when the worker of every step is lost time and again", async () => {
    const { outcome, steps } = await plays.undisturbed();
    // Steps that are run in one call share its attempts, of which the engine gives 21.
    const times = steps.length > 6 ? 1 : 5;
    const disturbed = await plays.disturbed(({ faults }) => {
      for (const stepId of steps) faults.loseAnswer({ functionId, stepId, times });
    });
    expect(disturbed).toEqual(outcome);
  });

  it("ends, and does nothing twice, when a step fails for good", async () => {
    for (const stepId of (await plays.undisturbed()).steps) {
      const { runs } = await plays.disturbed(({ faults }) =>
        faults.failStep({ functionId, stepId, attempts: 100 }),
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

/** Sends a run's events again; one that an event of the engine's own started is repeated for the same event. */
async function startAgain({ engine }: TestBench, { id: runId, events }: RunView): Promise<void> {
  if (events.some(({ name }) => name.startsWith("inngest/"))) {
    await engine.controls.rerun(runId);
    await engine.runUntilIdle();
    return;
  }
  for (const { id, name, data } of events) await engine.send({ id, name, data: Object(data) });
}

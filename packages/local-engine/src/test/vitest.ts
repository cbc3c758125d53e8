import { expect } from "vitest";
import type { RunView } from "./run-view.ts";

interface RunMatchers<Result = unknown> {
  /** The run ended with a result. */
  toHaveCompleted(): Result;
  /** The run failed, with a message that contains the text or matches the pattern. */
  toHaveFailed(message?: string | RegExp): Result;
  /** The step has its result; `times` counts its uses in the run, `attempts` the tries of the first of them. */
  toHaveRunStep(stepId: string, expected?: { times?: number; attempts?: number }): Result;
}

declare module "vitest" {
  interface Matchers<R, T> extends RunMatchers<R> {}
}

expect.extend({
  toHaveCompleted(run: RunView) {
    return verdict(run, run.status === "Completed", `completed, but it is ${run.status}`);
  },
  toHaveFailed(run: RunView, message?: string | RegExp) {
    const actual = run.error?.message ?? "";
    const fits =
      message === undefined ||
      (typeof message === "string" ? actual.includes(message) : message.test(actual));
    const wanted = message === undefined ? "failed" : `failed with ${message}`;
    return verdict(
      run,
      run.status === "Failed" && fits,
      `${wanted}, but it is ${run.status} (${actual || "no error"})`,
    );
  },
  toHaveRunStep(
    run: RunView,
    stepId: string,
    { times, attempts }: { times?: number; attempts?: number } = {},
  ) {
    const found = run.steps.filter((step) => step.id === stepId && step.status === "completed");
    const tries = found[0]?.attempts ?? 0;
    const pass =
      found.length > 0 && (times ?? found.length) === found.length && (attempts ?? tries) === tries;
    const wanted = [
      times === undefined ? "" : ` ${times} times`,
      attempts === undefined ? "" : ` in ${attempts} attempts`,
    ];
    return verdict(
      run,
      pass,
      `run step "${stepId}"${wanted.join("")}, but it ran ${found.length} times in ${tries} attempts`,
    );
  },
});

function verdict(run: RunView, pass: boolean, problem: string) {
  const timeline = run
    .timeline()
    .map((line) => `  ${line}`)
    .join("\n");
  return {
    pass,
    message: () => `expected run of "${run.functionId}" ${pass ? "not " : ""}to have ${problem}\n${timeline}`,
  };
}

import { beforeEach, describe, expect, it } from "vitest";
import type { StepFailures } from "./port.ts";

export interface StepFailureBench {
  failures: StepFailures;
  /** Makes all that was counted so far older by 31 days. */
  age(): Promise<void>;
  /** How many steps are remembered. */
  count(): Promise<number>;
  reset(): Promise<void>;
}

/** What every `StepFailures` does, whatever keeps them. */
export function stepFailureContract(store: string, { failures, age, count, reset }: StepFailureBench): void {
  const failure = { runId: "run_1", step: "a1b2", attempt: 0 };

  describe(`step failures in ${store}`, () => {
    beforeEach(reset);

    it("each attempt counts once, and those between them that were lost do not", async () => {
      expect(await failures.add(failure)).toBe(1);
      expect(await failures.add(failure)).toBe(1);
      expect(await failures.add({ ...failure, attempt: 7 })).toBe(2);
      expect(await failures.add({ ...failure, attempt: 3 })).toBe(2);
      expect(await failures.add({ ...failure, attempt: 8 })).toBe(3);
    });

    it("every step of every run has a count of its own", async () => {
      await failures.add(failure);
      expect(await failures.add({ ...failure, step: "" })).toBe(1);
      expect(await failures.add({ ...failure, runId: "run_2", attempt: 1 })).toBe(1);
      expect(await failures.add({ ...failure, attempt: 1 })).toBe(2);
    });

    it("of failures told at once none is lost", async () => {
      const told = await Promise.all(
        [0, 1, 2, 3].map((step) => failures.add({ ...failure, step: `${step}` })),
      );
      expect(told).toEqual([1, 1, 1, 1]);
    });

    it("what is older than any run's retries is forgotten", async () => {
      await failures.add(failure);
      await age();
      await failures.add({ ...failure, runId: "run_2" });
      expect(await count()).toBe(1);
    });
  });
}

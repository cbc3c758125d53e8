import type { History } from "./history/history.ts";

/** A test that plays a history, ready to be pasted into a file of its own in `src/found`. */
export function asTest({ seed, days, happenings }: History, invariant: string, foundBy: string): string {
  const lines = happenings.map((happening) => `    ${JSON.stringify(happening)},`);
  return [
    `import { expect, it } from "vitest";`,
    `import { playInTest } from "../testing/play-in-test.ts";`,
    "",
    `it("keeps ${invariant}, which ${foundBy} found broken", async () => {`,
    "  const { breaches } = await playInTest({",
    `    seed: ${seed},`,
    `    days: ${days},`,
    "    happenings: [",
    ...lines.map((line) => `  ${line}`),
    "    ],",
    "  });",
    "  expect(breaches).toEqual([]);",
    "});",
    "",
  ].join("\n");
}

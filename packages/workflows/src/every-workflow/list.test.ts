import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { areas } from "../testing/scenarios/index.ts";
import { startTestBench } from "../testing/test-bench.ts";

it("has a scenario for every workflow that is served, and for no other", async () => {
  const { functionIds } = await startTestBench();
  const scenarios = Object.values(areas).flatMap((area) => Object.keys(area));
  expect(scenarios.toSorted()).toEqual([...functionIds].toSorted());
});

it.each(Object.keys(areas))("plays the area %s in a file of its own", (area) => {
  expect(existsSync(new URL(`${area}.test.ts`, import.meta.url))).toBe(true);
});

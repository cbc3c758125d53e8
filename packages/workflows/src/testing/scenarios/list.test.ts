import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { startTestBench } from "../test-bench.ts";
import { areas } from "./index.ts";

it("has a scenario for every workflow that is served, and for no other", async () => {
  const { functionIds } = await startTestBench();
  const scenarios = Object.values(areas).flatMap((area) => Object.keys(area));
  expect(scenarios.toSorted()).toEqual([...functionIds].toSorted());
});

it.each(Object.keys(areas))("plays the area %s in a file of its own", (area) => {
  const sources = fileURLToPath(new URL("../..", import.meta.url));
  const files = globSync("**/faults.test.ts", { cwd: sources });
  expect(
    files.filter(
      (file) =>
        readFileSync(join(sources, file), "utf8").includes(`areas.${area}`) ||
        readFileSync(join(sources, file), "utf8").includes(`areas["${area}"]`),
    ),
  ).toHaveLength(1);
});

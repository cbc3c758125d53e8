import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Earliest first; every other package comes after these. */
const longest = [
  /packages\/workflows\/.*faults\.test\.ts$/,
  /packages\/workflows\//,
  /apps\/web\//,
  /packages\/local-stack\//,
];

/** Starts with the longest files, so that no worker is left alone with one at the end; a package's files stay together. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const position = longest.findIndex((pattern) => pattern.test(moduleId));
      return position === -1 ? longest.length : position;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    projects: ["packages/*", "apps/*", "packages/*/vitest.convex.config.ts"],
    sequence: { sequencer: LongestFirst },
  },
});

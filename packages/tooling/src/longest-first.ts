import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Starts with the longest files, so that no worker is left alone with one at the end; a package's files stay together.
 *
 * @param longest what matches their paths, the earliest first; every other file comes after these.
 */
export function longestFirst(longest: readonly RegExp[]): typeof BaseSequencer {
  const rank = ({ moduleId }: TestSpecification) => {
    const position = longest.findIndex((pattern) => pattern.test(moduleId));
    return position === -1 ? longest.length : position;
  };
  return class LongestFirst extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
    }
  };
}

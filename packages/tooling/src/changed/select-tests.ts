import { basename, dirname, join } from "node:path/posix";
import { importersOf, type Sources } from "./import-graph.ts";

export interface Selection {
  /** Test files to run as they are. */
  tests: string[];
  /** Test files that play every workflow of a domain with faults, of which only some are meant. */
  faults: { files: string[]; workflows: string[] };
}

const testFile = /\.test(?:-d)?\.tsx?$/;

/**
 * The tests that a change is most likely to break: those that changed, those that import what did, and those of the
 * same package that are named after it or speak of it by its name, as tests of workflows do.
 */
export function selectTests(changed: readonly string[], sources: Sources): Selection {
  const tests = new Set<string>();
  const faults = { files: new Set<string>(), workflows: new Set<string>() };
  for (const path of changed) {
    if (testFile.test(path)) tests.add(path);
    for (const importer of importersOf(path, sources)) if (testFile.test(importer)) tests.add(importer);
    for (const test of testsThatName(path, sources)) tests.add(test);
    if (isPlayed(path, sources)) {
      faults.files.add(faultsBeside(path));
      faults.workflows.add(nameOf(path));
    }
  }
  return {
    tests: [...tests].filter((test) => sources.has(test) && !faults.files.has(test)).sort(),
    faults: { files: [...faults.files].sort(), workflows: [...faults.workflows].sort() },
  };
}

function nameOf(path: string): string {
  return basename(path).replace(/\..*$/, "");
}

function testsThatName(path: string, sources: Sources): string[] {
  const name = nameOf(path);
  const home = path.split("/").slice(0, 2).join("/");
  return [...sources]
    .filter(([test]) => testFile.test(test) && test.startsWith(`${home}/`))
    .filter(
      ([test, text]) =>
        test.startsWith(`${join(dirname(path), name)}.test`) ||
        (name.includes("-") && text.includes(`"${name}"`)),
    )
    .map(([test]) => test);
}

function faultsBeside(path: string): string {
  return join(dirname(path), "faults.test.ts");
}

/** Whether a file is a workflow with a scenario, or the scenario: it is played with a fault at each of its steps. */
function isPlayed(path: string, sources: Sources): boolean {
  const scenario = join(dirname(path), `${nameOf(path)}.scenario.ts`);
  return !testFile.test(path) && sources.has(scenario) && sources.has(faultsBeside(path));
}

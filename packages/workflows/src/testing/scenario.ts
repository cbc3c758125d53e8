import type { TestBench } from "./test-bench.ts";

/** Brings about what starts a workflow, the way the apps do. Faults are in place when it runs. */
export type Scenario = (bench: TestBench) => Promise<unknown>;

/** One scenario per workflow, by function id; each is played with a fault at every step. */
export type Scenarios = Readonly<Record<string, Scenario>>;

/** The scenarios of a folder by function id, given what `import.meta.glob("./*.scenario.ts")` found there. */
export function scenariosOf(modules: Readonly<Record<string, { scenario: Scenario }>>): Scenarios {
  const named = Object.entries(modules).map(([path, { scenario }]) => [idOf(path), scenario]);
  return Object.fromEntries(named);
}

function idOf(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.scenario\.ts$/, "");
}

import type { TestBench } from "../test-bench.ts";

/** Brings about what starts a workflow, the way the apps do. Faults are in place when it runs. */
export type Scenario = (bench: TestBench) => Promise<unknown>;

/** One scenario per workflow, by function id; each is played with a fault at every step. */
export type Scenarios = Readonly<Record<string, Scenario>>;

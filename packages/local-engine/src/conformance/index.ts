export type {
  Bench,
  BenchEngine,
  BenchEvent,
  BenchOptions,
  BenchRun,
  BenchStep,
  BuildFunctions,
  Problem,
} from "./bench.ts";
export { describeEngine } from "./engine.ts";
export { createHttpBench, type HttpBenchOptions, type HttpEngine } from "./http-bench.ts";
export { describeStore } from "./store.ts";

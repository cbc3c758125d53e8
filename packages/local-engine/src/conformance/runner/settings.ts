import type { HttpBenchOptions } from "../http-bench.ts";

/** What the file of the suite has to know of the engine; plain data, since vitest hands it to another thread. */
type SuiteSettings = Pick<HttpBenchOptions, "url" | "without" | "patience" | "quiet">;

declare module "vitest" {
  interface ProvidedContext {
    localEngineConformance: SuiteSettings;
  }
}

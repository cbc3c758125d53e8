export type { Breaks, Change } from "./internal/compatibility/change.ts";
export { type Comparison, compareEventSchemas } from "./internal/compatibility/compare-event-schemas.ts";
export type {
  CompareOptions,
  Compatible,
  Counterexample,
  Direction,
} from "./internal/compatibility/direction.ts";
export {
  type CompatibilityMode,
  compareWithHistory,
  compatibilityModes,
  type HistoryComparison,
} from "./internal/compatibility/modes.ts";

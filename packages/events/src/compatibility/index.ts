export { type Comparison, compareEventSchemas } from "./compare-event-schemas.ts";
export type { Breaks, Change } from "./differences.ts";
export type { Counterexample, Direction, FuzzOptions } from "./direction.ts";
export {
  type CompatibilityMode,
  compareWithHistory,
  compatibilityModes,
  type HistoryComparison,
} from "./modes.ts";

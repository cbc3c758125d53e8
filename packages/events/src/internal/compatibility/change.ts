/** What a change breaks: readers of old events, old readers of new events, both, or nobody. */
export type Breaks = "backward" | "forward" | "both" | "none";

export interface Change {
  /** Where: `items[].quantity`; empty for the data as a whole. */
  path: string;
  /** Stable name of the kind of change, such as `required-field-added`. */
  rule: string;
  direction: Breaks;
  message: string;
}

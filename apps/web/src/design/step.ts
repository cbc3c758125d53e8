export type StepState = "done" | "pending" | "failed" | "unknown";

/** One thing that happens to an order or a registration, in its owner's words. */
export interface Step {
  id: string;
  title: string;
  /** More about it, mostly what follows from a failure. */
  detail?: string;
  state: StepState;
  /** ISO 8601, UTC; absent while pending. */
  at?: string;
}

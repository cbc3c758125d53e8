/**
 * - `run`: a run that ended, from when the engine made it;
 * - `wait`: from when the engine made a run to its first call, which is what a backlog costs;
 * - `step`: one attempt of a step;
 * - `call`: one call of a vendor.
 */
export type MeasuredKind = "run" | "wait" | "step" | "call";

/** What was measured: a workflow of an app, or a vendor of a port. Words of ours, never anything of a person. */
export interface Measured {
  kind: MeasuredKind;
  /** The app's or the port's name: `mohallamart`, `email`. */
  owner: string;
  /** The workflow's id or the vendor's name: `send-order-confirmation`, `resend`. */
  name: string;
}

/** - `again`: it failed and is tried again; `limited`: the vendor was asked too often; `failed`: for good, or any other failure of a call. */
export type MeasuredOutcome = "done" | "failed" | "again" | "limited";

export interface Measurement extends Measured {
  outcome: MeasuredOutcome;
  /** Milliseconds; absent when nobody can say. */
  duration?: number | undefined;
}

/** All that was measured of one thing in a span. */
export interface MeasuredTotal extends Measured, Record<MeasuredOutcome, number> {
  /** How long half of them took at most, in milliseconds; absent when no duration is known. */
  p50?: number;
  /** The same of 99 in 100. */
  p99?: number;
}

/**
 * Adds up measurements, by hour. They are written many at once and a moment later, so that a run waits for none of them;
 * what a process that dies had not written is not counted.
 */
export interface Measuring {
  saw(measurement: Measurement): void;
  /** Writes what was measured until now. It does not throw: what cannot be written is tried again. */
  flush(): Promise<void>;
  /** Writes the rest, once. */
  close(): Promise<void>;
}

export interface Measurements {
  /** By kind, owner and name. @param span `since`: ISO 8601, UTC; whole hours are counted, the one it is in among them. */
  totals(span: { since: string }): Promise<MeasuredTotal[]>;
}

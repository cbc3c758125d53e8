import type { Core } from "../core/core.ts";
import type { Machine } from "../core/machine.ts";
import { sendSignal } from "../core/signals.ts";

/** What apps ask of the engine beside events and answers. */
export interface Features {
  /** Resumes the step that waits for a signal. Resolves to its run's id; undefined when no step waits for it. */
  signal(signal: string, data?: unknown): Promise<string | undefined>;
}

type Stored = <Result>(work: () => Result) => Promise<Result>;

export function createFeatures(machine: Machine, stored: Stored): Features {
  const act = <Result>(action: (core: Core) => Result) => stored(() => machine.perform(action));
  return {
    signal: (signal, data) => act((core) => sendSignal(core, signal, data)),
  };
}

import {
  type MetadataOutcome,
  type MetadataUpdate,
  recordSpans,
  updateMetadata,
} from "../core/annotations.ts";
import type { Core } from "../core/core.ts";
import type { Machine } from "../core/machine.ts";
import type { SpanRecord } from "../core/records.ts";
import { sendSignal } from "../core/signals.ts";

/** What apps ask of the engine beside events and answers. */
export interface Features {
  /** Resumes the step that waits for a signal. Resolves to its run's id; undefined when no step waits for it. */
  signal(signal: string, data?: unknown): Promise<string | undefined>;
  /** Stores metadata and scores of a run: all of them, or none. */
  addMetadata(runId: string, updates: readonly MetadataUpdate[]): Promise<MetadataOutcome>;
  /** Stores pieces of apps' own traces. Resolves to how many were not: of runs that are not stored, or over the limit. */
  addSpans(spans: readonly SpanRecord[]): Promise<number>;
}

type Stored = <Result>(work: () => Result) => Promise<Result>;

export function createFeatures(machine: Machine, stored: Stored): Features {
  const act = <Result>(action: (core: Core) => Result) => stored(() => machine.perform(action));
  return {
    addMetadata: (runId, updates) => act((core) => updateMetadata(core, runId, updates)),
    addSpans: (spans) => act((core) => recordSpans(core, spans)),
    signal: (signal, data) => act((core) => sendSignal(core, signal, data)),
  };
}

import type { Core } from "../core/core.ts";
import { findEvent } from "../core/event-log.ts";
import type { AppRecord, EventRecord, FunctionConfig, RunRecord, StepRecord } from "../core/records.ts";
import type { EventQuery, RunQuery } from "../core/store.ts";
import { eventsJson, stepsJson } from "../protocol/call-request.ts";

export interface RunDetail {
  run: RunRecord;
  events: EventRecord[];
  /** In the order in which they began. */
  steps: StepRecord[];
}

/** Reading what the engine knows. Lists are newest first. */
export interface Queries {
  apps(): AppRecord[];
  functions(): FunctionConfig[];
  events(query?: EventQuery): EventRecord[];
  event(id: string): EventRecord | undefined;
  runs(query?: RunQuery): RunRecord[];
  run(id: string): RunDetail | undefined;
  runsOfEvent(eventId: string): RunRecord[];
  /** The state of a run in progress as the SDK fetches it when it is too large for a call: JSON texts. */
  callState(runId: string): { events: string; steps: string } | undefined;
}

export function createQueries({ state, ...core }: Core): Queries {
  const findRun = (id: string) => state.runs.get(id)?.record ?? state.store.run(id);
  return {
    apps: () => [...state.apps.values()],
    functions: () => [...state.functions.values()],
    events: (query = {}) => state.store.events(query),
    event: (id) => state.store.event(id),
    runs: (query = {}) => state.store.runs(query),
    run(id) {
      const run = findRun(id);
      if (!run) return undefined;
      const events = run.eventIds.flatMap((eventId) => findEvent({ state, ...core }, eventId) ?? []);
      return { run, events, steps: state.store.steps(id) };
    },
    runsOfEvent: (eventId) => state.store.runsOfEvent(eventId),
    callState(runId) {
      const run = state.runs.get(runId);
      return run && { events: eventsJson(run), steps: stepsJson(run) };
    },
  };
}

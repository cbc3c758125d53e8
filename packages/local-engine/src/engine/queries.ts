import type { Core } from "../core/core.ts";
import { findEvent } from "../core/event-log.ts";
import type {
  AnnotationRecord,
  AppRecord,
  EventRecord,
  FunctionConfig,
  PauseRecord,
  RunRecord,
  StepRecord,
} from "../core/records.ts";
import type { EventQuery, Found, RunQuery, RunTimes } from "../core/store.ts";
import { eventsJson, stepsJson } from "../protocol/call-request.ts";

export interface RunDetail {
  run: RunRecord;
  events: EventRecord[];
  /** In the order in which they began. */
  steps: StepRecord[];
  /** What the app told about the run, in the order in which it came first. */
  annotations: AnnotationRecord[];
}

/** Reading what the engine knows. Lists are newest first. */
export interface Queries {
  apps(): AppRecord[];
  functions(): FunctionConfig[];
  /** The functions that are paused. */
  pauses(): PauseRecord[];
  events(query?: EventQuery): EventRecord[];
  event(id: string): EventRecord | undefined;
  runs(query?: RunQuery): RunRecord[];
  run(id: string): RunDetail | undefined;
  /** As `events` and `runs`, but takes no longer than a moment; `next` is where to go on. */
  findEvents(query: EventQuery): Found<EventRecord>;
  findRuns(query: RunQuery): Found<RunRecord>;
  countRuns(query: RunQuery): number;
  runTimes(query: RunQuery): RunTimes[];
  runsOfEvent(eventId: string): RunRecord[];
  /** The state of a run in progress as the SDK fetches it when it is too large for a call: JSON texts. */
  callState(runId: string): { events: string; steps: string } | undefined;
}

/** Milliseconds for which a search may keep everything else waiting. */
const searchTime = 40;

export function createQueries({ state, ...core }: Core): Queries {
  const findRun = (id: string) => state.runs.get(id)?.record ?? state.store.run(id);
  return {
    apps: () => [...state.apps.values()],
    functions: () => [...state.functions.values()],
    pauses: () => [...state.functions.keys()].flatMap((id) => core.pauses.find(id) ?? []),
    events: (query = {}) => state.store.events(query),
    event: (id) => state.store.event(id),
    runs: (query = {}) => state.store.runs(query),
    run(id) {
      const run = findRun(id);
      if (!run) return undefined;
      const events = run.eventIds.flatMap((eventId) => findEvent({ state, ...core }, eventId) ?? []);
      return { run, events, steps: state.store.steps(id), annotations: state.store.annotations(id) };
    },
    findEvents: (query) => state.store.findEvents(query, searchTime),
    findRuns: (query) => state.store.findRuns(query, searchTime),
    countRuns: (query) => state.store.countRuns(query),
    runTimes: (query) => state.store.runTimes(query),
    runsOfEvent: (eventId) => state.store.runsOfEvent(eventId),
    callState(runId) {
      const run = state.runs.get(runId);
      return run && { events: eventsJson(run), steps: stepsJson(run) };
    },
  };
}

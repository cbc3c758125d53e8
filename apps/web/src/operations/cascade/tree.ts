import type { deadLetterReplayRequested } from "@org/events/operations/dead-letter-replay-requested";
import type { Cascade, KeptEvent } from "@org/stores/cascades/port";
import type { DeadLetter } from "@org/stores/dead-letters/port";
import { saidFailure } from "@org/stores/dead-letters/said";
import type { RecordedDelivery } from "@org/stores/deliveries/port";
import type { EngineAnswer, EngineRun, EngineStep } from "./engine.ts";

export interface StepNode {
  step: EngineStep;
  /** The run that it began and waited for. */
  invoked?: RunNode | undefined;
  sent: EventNode[];
}

export interface RunNode {
  /** The engine's id; absent where only its event's function was seen. */
  runId?: string;
  /** The app's id, a hyphen and the workflow's. */
  functionId: string;
  /** As the engine says it, in small letters, or what the store knows: `failed`, `begun`, `ended`. */
  status: string;
  /** ISO 8601, UTC. */
  startedAt?: string | undefined;
  endedAt?: string | undefined;
  output?: unknown;
  /** Why it failed for good, where that is kept. */
  failure?: string;
  steps: StepNode[];
  deliveries: RecordedDelivery[];
  /** Who asked for it to be replayed, with the runs that followed from that. */
  replays: EventNode[];
}

export interface EventNode {
  event: KeptEvent;
  runs: RunNode[];
  /** What names it as its cause, and is the work of no step that is known. */
  caused: EventNode[];
}

export interface CascadeTree {
  roots: EventNode[];
  /** Failed runs whose events are not kept. */
  strays: DeadLetter[];
  /** Messages of no run that is known. */
  deliveries: RecordedDelivery[];
}

export interface CascadeFacts extends Pick<Cascade, "events" | "letters"> {
  engine: EngineAnswer["events"];
  deliveries: readonly RecordedDelivery[];
}

/** Puts under each thing what followed from it. Everything stands in it once. */
export function treeOf({ events, letters, engine, deliveries }: CascadeFacts): CascadeTree {
  const runs = new Map(events.map((event) => [event.id, runsOf(event, engine, letters)]));
  const everyRun = [...runs.values()].flat().flatMap(withInvoked);
  const placed = new Set<string>();
  const stray = deliveries.filter((delivery) => !placeDelivery(everyRun, delivery));
  const byReplayed = Map.groupBy(events, (event) => replayedBy(event) ?? "");
  const byCause = Map.groupBy(events, ({ data }) => causeOf(data) ?? "");
  const byInternalId = new Map(
    events.flatMap((event) => {
      const internalId = engine.get(event.id)?.internalId;
      return internalId === undefined ? [] : [[internalId, event] as const];
    }),
  );

  function eventNode(event: KeptEvent): EventNode {
    placed.add(event.id);
    const own = runs.get(event.id) ?? [];
    for (const run of own.flatMap(withInvoked)) {
      for (const each of run.steps)
        each.sent = each.step.sent.flatMap((id) => nodesOf([byInternalId.get(id) ?? []].flat()));
      if (run.runId !== undefined) run.replays = nodesOf(byReplayed.get(run.runId) ?? []);
    }
    return { event, runs: own, caused: nodesOf(byCause.get(event.id) ?? []) };
  }
  const nodesOf = (some: readonly KeptEvent[]): EventNode[] =>
    some.flatMap((event) => (placed.has(event.id) ? [] : [eventNode(event)]));

  const known = new Set(events.map(({ id }) => id));
  const knownRuns = new Set(everyRun.map(({ runId }) => runId));
  const begin = events.filter(
    (event) => !known.has(causeOf(event.data) ?? "") && !knownRuns.has(replayedBy(event) ?? ""),
  );
  return {
    // Where two name each other, neither begins; they are shown all the same.
    roots: [...nodesOf(begin), ...nodesOf(events)],
    strays: letters.filter((letter) => !letter.events.some(({ id }) => known.has(id))),
    deliveries: stray,
  };
}

/** From the engine, from the failed runs that are kept, and from what was seen to begin; each run once. */
function runsOf(
  { id, functions }: KeptEvent,
  engine: EngineAnswer["events"],
  letters: readonly DeadLetter[],
): RunNode[] {
  const failed = new Map(
    letters.filter(({ events }) => events.some((event) => event.id === id)).map((each) => [each.runId, each]),
  );
  const told = (engine.get(id)?.runs ?? []).map((run) => toRun(run, failed.get(run.runId)));
  const kept = [...failed.values()]
    .filter(({ runId }) => !told.some((run) => run.runId === runId))
    .map(failedRun);
  const seen = functions
    .filter(({ functionId }) => ![...told, ...kept].some((run) => run.functionId === functionId))
    .map(({ functionId, ended }) => ({
      ...{ functionId, status: ended ? "ended" : "begun", steps: [], deliveries: [], replays: [] },
    }));
  return [...told, ...kept, ...seen];
}

function toRun({ steps = [], status, ...run }: EngineRun, letter: DeadLetter | undefined): RunNode {
  return {
    ...run,
    status: status.toLowerCase(),
    ...(letter ? { failure: saidFailure(letter) } : {}),
    steps: steps.map((step) => ({ step, invoked: step.invoked && toRun(step.invoked, undefined), sent: [] })),
    ...{ deliveries: [], replays: [] },
  };
}

function failedRun(letter: DeadLetter): RunNode {
  const { runId, app, workflow, failedAt } = letter;
  const functionId = `${app}-${workflow}`;
  const failure = saidFailure(letter);
  return {
    ...{ runId, functionId, status: "failed", endedAt: failedAt, failure },
    ...{ steps: [], deliveries: [], replays: [] },
  };
}

/** To the latest run of its workflow that had begun by then. @returns false when there is none */
function placeDelivery(runs: readonly RunNode[], delivery: RecordedDelivery): boolean {
  const { workflow, recordedAt } = delivery;
  const its = runs.filter(
    ({ functionId, startedAt }) =>
      functionId.endsWith(`-${workflow}`) && (startedAt === undefined || startedAt <= recordedAt),
  );
  const run = its.toSorted((one, other) => (one.startedAt ?? "").localeCompare(other.startedAt ?? "")).at(-1);
  run?.deliveries.push(delivery);
  return run !== undefined;
}

/** A run and those that its steps began. */
function withInvoked(run: RunNode): RunNode[] {
  return [run, ...run.steps.flatMap(({ invoked }) => (invoked ? withInvoked(invoked) : []))];
}

const replayRequested: (typeof deadLetterReplayRequested)["event"] =
  "operations/dead-letter.replay-requested";

/** The run for which an event asks that it be replayed. */
function replayedBy({ name, data }: KeptEvent): string | undefined {
  const { runId } = Object(data);
  return name === replayRequested && typeof runId === "string" ? runId : undefined;
}

function causeOf(data: unknown): string | undefined {
  const { causationId } = Object(data);
  return typeof causationId === "string" ? causationId : undefined;
}

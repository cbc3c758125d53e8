import * as z from "zod";
import { invokedEventName } from "../core/invokers.ts";
import type { EventRecord, RunRecord, StepRecord } from "../core/records.ts";
import type { Engine } from "../engine/engine.ts";
import { groupBy } from "./group-by.ts";

/** How events, runs and steps hang together. */
export interface Links {
  /** The run whose step sent the event, invoked a function with it, or whose end it tells of. */
  runBehind(event: EventRecord): RunRecord | undefined;
  /** The event that this one names as its cause. */
  causeOf(event: EventRecord): EventRecord | undefined;
  causedBy(event: EventRecord): EventRecord[];
  sentBy(step: StepRecord): EventRecord[];
  receivedBy(step: StepRecord): { id: string; name: string } | undefined;
  /** The engine's events about the end of the run that started something. */
  endOf(run: RunRecord): EventRecord[];
}

const lifecyclePrefix = "inngest/function.";
/** Looks through the stored events, each as long as a search may take. */
const mostLooks = 5;
const mostRelated = 500;
const mostRunsAtOnce = 100;
/** Milliseconds within which the engine tells of a run's end. */
const tellingTime = 1_000;

const bodySchema = z.object({
  id: z.string(),
  data: z.object({
    correlationId: z.string().optional().catch(undefined),
    causationId: z.string().optional().catch(undefined),
    run_id: z.string().optional().catch(undefined),
  }),
});
const sentSchema = z.object({ data: z.object({ ids: z.array(z.string()) }) });
const receivedSchema = z.object({ id: z.string(), name: z.string() });

type Body = z.infer<typeof bodySchema>["data"] & { id: string };

function bodyOf(event: EventRecord): Body {
  const parsed = bodySchema.safeParse(JSON.parse(event.json));
  return parsed.success ? { ...parsed.data.data, id: parsed.data.id } : { id: event.externalId ?? event.id };
}

/** @param start an event of the cascade; its correlation id is the one that is followed. */
export function createLinks(engine: Engine, start: EventRecord): Links {
  const related = findRelated(engine, start);
  const byOwnId = new Map(related.map((event) => [bodyOf(event).id, event]));
  const byCause = groupBy(related, (event) => bodyOf(event).causationId);

  function runBehind(event: EventRecord): RunRecord | undefined {
    if (event.name === invokedEventName) {
      const parentId = engine.runsOfEvent(event.id).find(({ invokedBy }) => invokedBy)?.invokedBy?.runId;
      return parentId === undefined ? undefined : engine.run(parentId)?.run;
    }
    const { run_id: endedId } = bodyOf(event);
    if (event.name.startsWith(lifecyclePrefix))
      return endedId === undefined ? undefined : engine.run(endedId)?.run;
    const times = { queuedBefore: event.receivedAt + 1, endedAfter: event.receivedAt - 1 };
    return engine
      .runs({ ...times, limit: mostRunsAtOnce })
      .find(({ id }) => engine.run(id)?.steps.some((step) => idsSentBy(step).includes(event.id)));
  }

  return {
    runBehind,
    causeOf: (event) => byOwnId.get(bodyOf(event).causationId ?? ""),
    causedBy: (event) => byCause.get(bodyOf(event).id) ?? [],
    sentBy: (step) => idsSentBy(step).flatMap((id) => engine.event(id) ?? []),
    receivedBy(step) {
      if (step.op !== "WaitForEvent" || step.memo === undefined) return undefined;
      return receivedSchema.safeParse(JSON.parse(step.memo)).data;
    },
    endOf: (run) => findEndOf(engine, run),
  };
}

/** The ids of the events that a `step.sendEvent` reports. */
function idsSentBy({ memo, status }: StepRecord): string[] {
  if (memo === undefined || status !== "completed" || !memo.startsWith('{"data":{"ids":[')) return [];
  return sentSchema.safeParse(JSON.parse(memo)).data?.data.ids ?? [];
}

/** Every event with the correlation id of this one, the one that gave its id for it included. Oldest first. */
function findRelated(engine: Engine, start: EventRecord): EventRecord[] {
  const { correlationId, id } = bodyOf(start);
  const search = correlationId ?? id;
  const related: EventRecord[] = [];
  let before: string | undefined;
  for (let look = 0; look < mostLooks; look++) {
    const { rows, next } = engine.findEvents({
      search,
      excludeInternal: true,
      limit: mostRelated,
      ...(before === undefined ? {} : { before }),
    });
    related.push(...rows.filter((event) => isRelated(event, search)));
    before = next;
    if (next === undefined || related.length >= mostRelated) break;
  }
  return related.reverse();
}

function isRelated(event: EventRecord, correlation: string): boolean {
  const { id, correlationId, causationId } = bodyOf(event);
  return id === correlation || correlationId === correlation || causationId === correlation;
}

function findEndOf(engine: Engine, run: RunRecord): EventRecord[] {
  const { endedAt } = run;
  if (endedAt === undefined || run.status === "Skipped" || !hasListener(engine, run)) return [];
  const times = { receivedAfter: endedAt - 1, receivedBefore: endedAt + tellingTime };
  return engine
    .findEvents({ search: run.id, ...times, limit: 10 })
    .rows.filter(
      (event) =>
        event.name.startsWith(lifecyclePrefix) &&
        bodyOf(event).run_id === run.id &&
        engine.runsOfEvent(event.id).length > 0,
    )
    .reverse();
}

/** Whether a function listens to the ends of runs, of this function or of any. */
function hasListener(engine: Engine, run: RunRecord): boolean {
  return engine
    .functions()
    .flatMap(({ triggers }) => triggers)
    .some(
      ({ event, expression }) =>
        event?.startsWith(lifecyclePrefix) &&
        (expression === undefined || expression.includes(run.functionId)),
    );
}

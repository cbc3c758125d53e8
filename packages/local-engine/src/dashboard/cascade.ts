import type { EventRecord, RunRecord, StepRecord } from "../core/records.ts";
import type { Engine } from "../engine/engine.ts";
import type { Cascade, CascadeEvent, CascadeRun, CascadeStep } from "./api-types.ts";
import { createLinks, type Links } from "./cascade-links.ts";
import { functionOf } from "./views.ts";

/** Events, runs and steps of which more is not shown. */
const mostNodes = 400;
const longestClimb = 50;

/**
 * What belongs together with an event or a run: from the event with which it all began down to everything that
 * followed. Undefined when nothing has the id.
 */
export function createCascade(engine: Engine, id: string): Cascade | undefined {
  const run = engine.run(id);
  const start = engine.event(id) ?? run?.events[0];
  if (!start) return undefined;
  const links = createLinks(engine, start);
  const walk = createWalk(engine, links);
  const roots = [walk.event(rootOf(engine, links, start))];
  return { focus: id, roots, complete: walk.isComplete() };
}

function rootOf(engine: Engine, links: Links, start: EventRecord): EventRecord {
  const seen = new Set([start.id]);
  let event = start;
  for (let height = 0; height < longestClimb; height++) {
    const run = links.runBehind(event);
    const above = (run && engine.run(run.id)?.events[0]) ?? links.causeOf(event);
    if (!above || seen.has(above.id)) break;
    seen.add(above.id);
    event = above;
  }
  return event;
}

/** Walks down, and shows nothing twice. */
function createWalk(engine: Engine, links: Links) {
  const seen = new Set<string>();
  let complete = true;

  /** Whether the thing is to be shown with what follows from it. */
  function enter(id: string): boolean {
    if (seen.has(id)) return false;
    if (seen.size >= mostNodes) complete = false;
    seen.add(id);
    return complete;
  }

  function event(record: EventRecord): CascadeEvent {
    const { id, name, receivedAt } = record;
    const bare = { id, name, receivedAt, runs: [], caused: [] };
    if (!enter(id)) return { ...bare, isRepeated: true };
    const runs = engine.runsOfEvent(id).map(runNode);
    const caused = links.causedBy(record).filter((other) => !seen.has(other.id));
    return { ...bare, runs, caused: caused.map(event), isRepeated: false };
  }

  function runNode(record: RunRecord): CascadeRun {
    const { id, functionId, status, queuedAt, startedAt, endedAt } = record;
    const bare = {
      id,
      functionName: functionOf(engine, functionId)?.name ?? functionId,
      status,
      queuedAt,
      ...(startedAt === undefined ? {} : { startedAt }),
      ...(endedAt === undefined ? {} : { endedAt }),
    };
    if (!enter(id)) return { ...bare, steps: [], ended: [], isRepeated: true };
    const steps = (engine.run(id)?.steps ?? []).map(stepNode);
    return { ...bare, steps, ended: links.endOf(record).map(event), isRepeated: false };
  }

  function stepNode(step: StepRecord): CascadeStep {
    const { id, displayName: name, op, status } = step;
    const invoked = step.invokedRunId === undefined ? undefined : engine.run(step.invokedRunId)?.run;
    const received = links.receivedBy(step);
    return {
      id,
      name,
      op,
      status,
      sent: links.sentBy(step).map(event),
      ...(invoked ? { invoked: runNode(invoked) } : {}),
      ...(received ? { received } : {}),
    };
  }

  return { event, isComplete: () => complete };
}

import { Environment } from "@marcbachmann/cel-js";
import type { EventToSend } from "@org/events";
import type { ExpectedTrace } from "@org/stores/outbox/port";
import type { InngestFunction } from "inngest";

/** The functions of one app, as they are served. */
export interface ServedFunctions {
  client: { id: string };
  functions: readonly InngestFunction.Any[];
}

/**
 * Says what an event has to start, from the triggers of the functions that are served. Not counted are functions that may
 * drop or merge events: those with `debounce`, `rateLimit`, `singleton` or `idempotency`.
 */
export function expectedTraces(
  served: readonly ServedFunctions[],
): (event: EventToSend) => readonly ExpectedTrace[] {
  const byEvent = new Map<string, Expectation[]>();
  for (const expectation of served.flatMap(expectationsOf))
    byEvent.set(expectation.event, [...(byEvent.get(expectation.event) ?? []), expectation]);
  return (event) => {
    const started = (byEvent.get(event.name) ?? []).filter(({ condition }) => holds(condition, event));
    return [...new Map(started.map(({ trace }) => [trace.functionId, trace])).values()];
  };
}

interface Expectation {
  event: string;
  condition: string | undefined;
  trace: ExpectedTrace;
}

function expectationsOf({ client, functions }: ServedFunctions): Expectation[] {
  return functions.flatMap((workflow) => {
    const { opts } = workflow;
    if (opts.debounce || opts.rateLimit || opts.singleton || opts.idempotency) return [];
    const isHeldBack = Boolean(opts.throttle || opts.concurrency);
    const trace = { functionId: workflow.id(client.id), isHeldBack };
    return triggersOf(workflow).map((trigger) => ({ ...trigger, trace }));
  });
}

/** A trigger is an object with an event's name or an SDK's type of one, or with a schedule. */
function triggersOf({ opts }: InngestFunction.Any): Omit<Expectation, "trace">[] {
  const triggers: readonly object[] = opts.triggers ?? [];
  return triggers.flatMap((trigger) => {
    const { event, name, if: condition }: Record<string, unknown> = { ...trigger };
    const named = typeof event === "object" && event !== null ? Reflect.get(event, "name") : (event ?? name);
    if (typeof named !== "string") return [];
    return [{ event: named, condition: typeof condition === "string" ? condition : undefined }];
  });
}

const language = new Environment({ unlistedVariablesAreDyn: true });

/** As the engine decides it: what is absent counts as null, and what cannot be compared does not hold. */
function holds(condition: string | undefined, event: EventToSend): boolean {
  if (condition === undefined) return true;
  try {
    return language.evaluate(condition, { event: withAbsent(condition, event) }) === true;
  } catch {
    return false;
  }
}

/** The event with null for each `event.data.…` that the condition names and the event lacks. */
function withAbsent(condition: string, { name, data, v, id }: EventToSend): Record<string, unknown> {
  const filled: Record<string, unknown> = { name, v, id, data: structuredClone(data) };
  for (const [path] of condition.matchAll(/\bevent(?:\.[A-Za-z_]\w*)+(?!\w*\()/g)) {
    let target: unknown = filled;
    for (const key of path.split(".").slice(1)) {
      if (typeof target !== "object" || target === null) break;
      if (Reflect.get(target, key) === undefined) Reflect.set(target, key, null);
      target = Reflect.get(target, key);
    }
  }
  return filled;
}

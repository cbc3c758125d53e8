import type { FunctionNode } from "../graph/read-functions.ts";
import { isShorter } from "./wait-length.ts";

/** What a change may do to work that is under way. Each is the word by which a changeset accepts it. */
export const strandings = ["removed", "tool", "wait", "trigger", "waits-for", "dropped"] as const;

export type Stranding = (typeof strandings)[number];

export interface Problem {
  /** `mohallamart/process-order`, with `:<step id>`, or `@<event>`, when it is about one of its steps or events. */
  subject: string;
  what: Stranding;
  /** What changed, and what becomes of the runs under way. */
  message: string;
}

/** What of a function the gate looks at. */
export type ReleasedFunction = Pick<FunctionNode, "id" | "app" | "triggers" | "waitsFor" | "emits" | "steps">;

const pausing = ["sleep", "sleepUntil", "waitForEvent", "waitForSignal", "invoke"];

/** Which changes between two graphs strand runs that began on the earlier one. */
export function strandedBy(before: readonly ReleasedFunction[], now: readonly ReleasedFunction[]): Problem[] {
  const current = new Map(now.map((node) => [nameOf(node), node]));
  return before.flatMap((old) => {
    const node = current.get(nameOf(old));
    if (!node) return [removedFunction(old)];
    return [
      ...steps(old, node),
      ...triggers(old, node),
      ...waits(old, node),
      ...droppedEvents(old, node, now),
    ];
  });
}

function nameOf({ app, id }: ReleasedFunction): string {
  return `${app}/${id}`;
}

function removedFunction(old: ReleasedFunction): Problem {
  const pauses = old.steps.filter(({ tool }) => pausing.includes(tool)).map(({ id }) => id);
  const where = pauses.length > 0 ? `pause in ${pauses.join(", ")}` : "wait for a retry";
  return {
    subject: nameOf(old),
    what: "removed",
    message: `the function is gone: its runs that ${where} never end their work. Keep it, its triggers with if: "false", until they have ended`,
  };
}

function steps(old: ReleasedFunction, node: ReleasedFunction): Problem[] {
  const known = new Set<string>();
  return old.steps.flatMap((step): Problem[] => {
    if (known.has(step.id)) return [];
    known.add(step.id);
    const subject = `${nameOf(old)}:${step.id}`;
    const same = node.steps.find(({ id }) => id === step.id);
    if (!same) return [{ subject, what: "removed", message: goneStep(step.tool) }];
    if (same.tool !== step.tool) {
      const message = `step.${step.tool} became step.${same.tool}: runs that passed it are given the result of the old one. Give the new step an id of its own`;
      return [{ subject, what: "tool", message }];
    }
    if (!isShorter(step.lasts, same.lasts)) return [];
    const message = `it lasted ${step.lasts} and lasts ${same.lasts}: runs that are in it keep the time that they began with`;
    return [{ subject, what: "wait", message }];
  });
}

function goneStep(tool: string): string {
  return pausing.includes(tool)
    ? "the step is gone or has another id: runs that pause in it wake and pause again in what stands in its place. Keep its id"
    : "the step is gone or has another id: runs that passed it do what stands in its place although they did it. Keep its id";
}

function triggers(old: ReleasedFunction, node: ReleasedFunction): Problem[] {
  const crons = node.triggers.filter(({ cron }) => cron !== undefined);
  return old.triggers.flatMap((trigger): Problem[] => {
    const { event, cron, if: condition } = trigger;
    // Another schedule begins with the release and leaves nothing behind.
    if (cron !== undefined && crons.length > 0) return [];
    const ofEvent = node.triggers.filter((one) => one.event === event && one.cron === undefined);
    if (cron === undefined && ofEvent.some((one) => one.if === undefined || one.if === condition)) return [];
    const message =
      ofEvent.length > 0
        ? `its trigger ${event} has another condition: events on their way may start nothing`
        : `its trigger ${event ?? cron} is gone: the SDK fails the runs that it began, and events on their way start nothing. Keep it with if: "false" until the runs have ended`;
    const subject = event ? `${nameOf(old)}@${event}` : nameOf(old);
    return [{ subject, what: "trigger", message }];
  });
}

function waits(old: ReleasedFunction, node: ReleasedFunction): Problem[] {
  return old.waitsFor
    .filter((event) => !node.waitsFor.includes(event))
    .map((event) => ({
      subject: `${nameOf(old)}@${event}`,
      what: "waits-for",
      message: `nothing in it waits for ${event}: runs that do wait go on with that event, and the code that follows must still read it`,
    }));
}

function droppedEvents(
  old: ReleasedFunction,
  node: ReleasedFunction,
  now: readonly ReleasedFunction[],
): Problem[] {
  return old.emits
    .filter((event) => !node.emits.includes(event) && !now.some(({ emits }) => emits.includes(event)))
    .flatMap((event): Problem[] => {
      const users = now.filter((one) => hears(one, event)).map(nameOf);
      if (users.length === 0) return [];
      const message = `it sent ${event}, which no workflow sends any more: ${users.join(", ")} may wait for it`;
      return [{ subject: `${nameOf(old)}@${event}`, what: "dropped", message }];
    });
}

function hears({ triggers: starts, waitsFor }: ReleasedFunction, event: string): boolean {
  return waitsFor.includes(event) || starts.some((trigger) => trigger.event === event);
}

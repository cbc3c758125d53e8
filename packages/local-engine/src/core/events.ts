import { type Core, eventObject } from "./core.ts";
import { findEarlierEvent, type IncomingEvent, storeEvent } from "./event-log.ts";
import { matches } from "./expressions.ts";
import type { EventRecord } from "./records.ts";
import { finishRun } from "./runs.ts";
import { considerStart } from "./starting.ts";
import type { Listener } from "./state.ts";
import { settleStep } from "./steps.ts";

/**
 * Takes an event in: stores it, resumes the waits that it answers, cancels what it cancels and starts the functions
 * that it triggers. An event whose id was seen in the last 24 hours under the same name does nothing again.
 * @param internalId the id that a repeated request asks for, so that the repetition is recognised.
 * @returns the engine's id of the event, or of the earlier one that it repeats.
 */
export function acceptEvent(core: Core, incoming: IncomingEvent, internalId?: string): string {
  const earlier = findEarlierEvent(core, incoming, internalId);
  if (earlier !== undefined) return earlier;
  const event = storeEvent(core, incoming, internalId);
  deliver(core, event);
  return event.id;
}

/** Hands a stored event to everything that listens for it. */
function deliver(core: Core, event: EventRecord): void {
  for (const listener of [...(core.state.listeners.get(event.name)?.values() ?? [])]) {
    if (accepts(core, listener, event)) hear(core, listener, event);
  }
  const started = new Set<string>();
  for (const { config, trigger } of core.state.triggersFor(event.name)) {
    if (started.has(config.id)) continue;
    if (trigger.expression !== undefined && !matches(trigger.expression, { event: eventObject(event) }))
      continue;
    started.add(config.id);
    considerStart(core, config, event);
  }
}

function accepts(core: Core, listener: Listener, event: EventRecord): boolean {
  if (listener.expiresAt !== undefined && listener.expiresAt <= core.now()) return false;
  if (listener.expression === undefined) return true;
  const [trigger] = core.state.runs.get(listener.runId)?.events ?? [];
  const context = { event: trigger ? eventObject(trigger) : {}, async: eventObject(event) };
  return matches(listener.expression, context);
}

function hear(core: Core, listener: Listener, event: EventRecord): void {
  const run = core.state.runs.get(listener.runId);
  if (!run) return;
  if (listener.stepId === undefined) {
    const error = { name: "Cancelled", message: `cancelled by the event "${event.name}" (${event.id})` };
    finishRun(core, run, "Cancelled", { error });
    return;
  }
  const step = run.steps.get(listener.stepId);
  if (step) settleStep(core, run, step, { memo: event.json });
}

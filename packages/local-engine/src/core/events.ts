import { type Core, eventObject } from "./core.ts";
import { findEvent, type IncomingEvent, rememberStarts, startsOf, storeEvent } from "./event-log.ts";
import { matches } from "./expressions.ts";
import type { EventRecord } from "./records.ts";
import { finishRun } from "./runs.ts";
import { considerStart } from "./starting.ts";
import type { Listener } from "./state.ts";
import { settleStep } from "./steps.ts";

/**
 * Takes an event in: stores it, resumes the waits that it answers, cancels what it cancels and starts the functions
 * that it triggers. A sender's id starts each function once in 24 hours: what is sent again under it is stored and heard
 * again, and starts those functions alone that it did not start before, such as one that was registered or resumed since.
 * @param internalId the id that a repeated request asks for. Such a request is the same event, and does nothing again.
 * @returns the engine's id of the event.
 */
export function acceptEvent(core: Core, incoming: IncomingEvent, internalId?: string): string {
  if (internalId !== undefined && findEvent(core, internalId)) return internalId;
  const event = storeEvent(core, incoming, internalId);
  resumeAndCancel(core, event);
  startTriggered(core, event);
  return event.id;
}

function resumeAndCancel(core: Core, event: EventRecord): void {
  for (const listener of [...(core.state.listeners.get(event.name)?.values() ?? [])]) {
    if (accepts(core, listener, event)) hear(core, listener, event);
  }
}

function startTriggered(core: Core, event: EventRecord): void {
  const triggers = core.state.triggersFor(event.name);
  if (triggers.length === 0) return;
  const before = event.externalId === undefined ? undefined : startsOf(core, event.externalId);
  const seen = new Set(before?.keys());
  const started: string[] = [];
  for (const { config, trigger } of triggers) {
    if (seen.has(config.id)) continue;
    if (trigger.expression !== undefined && !matches(trigger.expression, { event: eventObject(event) }))
      continue;
    seen.add(config.id);
    if (considerStart(core, config, event)) started.push(config.id);
  }
  if (event.externalId !== undefined && before && started.length > 0)
    rememberStarts(core, event.externalId, started, before);
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

import { metrics } from "@opentelemetry/api";
import { label, scope } from "./names.ts";

/** What waits, and for whom. */
export interface State {
  /** Events that the engine does not have yet. */
  pendingEvents: number;
  /** Seconds since the first of them was written. */
  oldestPending: number;
  /** Events that the engine accepted and lost. */
  lostEvents: number;
  /** Failed runs that nobody has settled, by workflow. */
  deadLetters: readonly { app: string; workflow: string; count: number }[];
  /** Messages of which nobody knows whether they arrived. */
  messagesInDoubt: number;
}

/** Tells of what waits whenever the metrics are read. @param limits most requests a second, by what they are for */
export function observeState(read: () => Promise<State>, limits: Readonly<Record<string, number>>): void {
  const meter = metrics.getMeterProvider().getMeter(scope);
  const gauge = (name: string, description: string) => meter.createObservableGauge(name, { description });
  const pending = gauge("outbox_pending_events", "Events that the engine does not have yet");
  const oldest = gauge("outbox_oldest_pending_seconds", "Since when the first of them waits");
  const lost = gauge("outbox_lost_events", "Events that the engine accepted and lost");
  const deadLetters = gauge("dead_letters_open", "Failed runs that nobody has settled");
  const inDoubt = gauge("messages_in_doubt", "Messages of which nobody knows whether they arrived");
  const limit = gauge("vendor_limit_per_second", "Most requests of a vendor's that are made in a second");
  limit.addCallback((result) => {
    for (const [port, perSecond] of Object.entries(limits)) result.observe(perSecond, { port });
  });
  meter.addBatchObservableCallback(
    async (result) => {
      // A database that is away leaves a gap, which an alert looks for; the other metrics are told all the same.
      const state = await read().catch(() => undefined);
      if (!state) return;
      result.observe(pending, state.pendingEvents);
      result.observe(oldest, state.oldestPending);
      result.observe(lost, state.lostEvents);
      result.observe(inDoubt, state.messagesInDoubt);
      for (const { app, workflow, count } of state.deadLetters)
        result.observe(deadLetters, count, { app: label(app), workflow: label(workflow) });
    },
    [pending, oldest, lost, deadLetters, inDoubt],
  );
}

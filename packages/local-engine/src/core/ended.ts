import { type Core, eventObject } from "./core.ts";
import { startDeferred } from "./defers.ts";
import { acceptEvent } from "./events.ts";
import { resumeInvokers } from "./invokers.ts";
import type { RunRecord, SerializedError } from "./records.ts";
import type { ActiveRun } from "./state.ts";

const lifecycle = {
  failed: "inngest/function.failed",
  finished: "inngest/function.finished",
  cancelled: "inngest/function.cancelled",
} as const;

/** Does what follows from the end of runs: resumes invoke steps that wait and emits the lifecycle events. */
export function settleEnded(core: Core): void {
  for (let run = core.ended.shift(); run; run = core.ended.shift()) {
    resumeInvokers(core, run);
    emitLifecycle(core, run);
    startDeferred(core, run.record);
  }
}

/**
 * Tells about the end of a run. What follows from lifecycle events must not feed itself: runs that `finished` started
 * only tell of a failure, so that their `onFailure` runs, and runs that `failed` started, `onFailure` among them, of nothing.
 */
function emitLifecycle(core: Core, run: ActiveRun): void {
  const [first] = run.events;
  if (first?.name === lifecycle.failed) return;
  const { record } = run;
  const events = run.events.map(eventObject);
  const common = {
    _inngest: { status: record.status },
    function_id: record.functionId,
    run_id: record.id,
    event: events[0] ?? {},
    events,
  };
  const meta = events[0]?.meta;
  const outcome = outcomeOf(record);
  if (record.status === "Failed") {
    acceptEvent(core, { name: lifecycle.failed, id: record.id, data: { ...common, ...outcome }, meta });
  }
  if (first?.name === lifecycle.finished) return;
  if (record.status === "Cancelled") acceptEvent(core, { name: lifecycle.cancelled, data: common, meta });
  acceptEvent(core, { name: lifecycle.finished, data: { ...common, ...outcome }, meta });
}

/** A failed run's result is what the app answered, which is the error. Who cancelled a run and why is in none of them. */
function outcomeOf({ status, error, output = "null" }: RunRecord): {
  result: unknown;
  error?: SerializedError;
} {
  if (status === "Completed") return { result: JSON.parse(output) };
  if (status === "Cancelled" || !error) return { result: null };
  return { error, result: error };
}

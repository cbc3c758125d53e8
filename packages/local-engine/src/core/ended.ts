import { type Core, eventObject } from "./core.ts";
import { acceptEvent } from "./events.ts";
import type { RunRecord, SerializedError } from "./records.ts";
import type { ActiveRun } from "./state.ts";
import { dataMemo, errorMemo, settleStep } from "./steps.ts";

const lifecyclePrefix = "inngest/function.";

/** Does what follows from the end of runs: resumes invoke steps that wait and emits the lifecycle events. */
export function settleEnded(core: Core): void {
  for (let run = core.ended.shift(); run; run = core.ended.shift()) {
    resumeInvoker(core, run.record);
    emitLifecycle(core, run);
  }
}

function resumeInvoker(core: Core, record: RunRecord): void {
  if (!record.invokedBy) return;
  const parent = core.state.runs.get(record.invokedBy.runId);
  const step = parent?.steps.get(record.invokedBy.stepId);
  if (!parent || !step) return;
  if (record.status === "Completed") {
    settleStep(core, parent, step, { memo: dataMemo(record.output ?? "null") });
  } else {
    const error = record.error ?? {
      name: "Error",
      message: `the invoked run ${record.id} was cancelled`,
      stack: "",
    };
    settleStep(core, parent, step, { memo: errorMemo(error), error });
  }
}

/** A run that a lifecycle event started emits none itself; otherwise a failing handler would feed itself. */
function emitLifecycle(core: Core, run: ActiveRun): void {
  const [first] = run.events;
  if (first?.name.startsWith(lifecyclePrefix) && first.name !== `${lifecyclePrefix}invoked`) return;
  const { record } = run;
  const events = run.events.map(eventObject);
  const common = { function_id: record.functionId, run_id: record.id, event: events[0] ?? {}, events };
  if (record.status === "Completed") {
    const result: unknown = JSON.parse(record.output ?? "null");
    acceptEvent(core, { name: `${lifecyclePrefix}finished`, data: { ...common, result } });
    return;
  }
  const error = record.error ?? { name: "Error", message: "the run was cancelled" };
  const name = record.status === "Failed" ? "failed" : "cancelled";
  acceptEvent(core, { name: `${lifecyclePrefix}${name}`, data: { ...common, error } });
  if (record.status === "Failed") emitFinishedAfterFailure(core, common, error);
}

function emitFinishedAfterFailure(core: Core, common: Record<string, unknown>, error: SerializedError): void {
  acceptEvent(core, { name: `${lifecyclePrefix}finished`, data: { ...common, error } });
}
